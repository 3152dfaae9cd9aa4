// A page of the API opens with what its module is for, where to start, and a line on each of its functions.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReflectionKind } from 'typedoc';
import { MarkdownPageEvent } from 'typedoc-plugin-markdown';

const startHere = JSON.parse(readFileSync(new URL('start-here.json', import.meta.url), 'utf8'));

/** Where a page has what it describes, by module and heading: `promise/planPromise()`. */
const anchors = new Map();

const chooser = existsSync(new URL('../docs/reference/index.md', import.meta.url))
  ? ' Not sure which function? [Choose your function](../reference/index.md).'
  : '';

/** @param {import('typedoc').Application} app */
export function load(app) {
  // After the other plugins, which write links.
  app.renderer.on(MarkdownPageEvent.END, openPage, -100);
  app.renderer.postRenderAsyncJobs.push(async ({ project }) => {
    // now that every page is made, and its anchors are known
    const out = app.options.getValue('out');
    writeFileSync(join(out, 'index.md'), indexPage(project.children));
    writeFileSync(join(out, 'names.json'), `${JSON.stringify(namesOf(project))}\n`);
  });
}

/** @param {MarkdownPageEvent} page */
function openPage(page) {
  if (page.model.kindOf(ReflectionKind.Project)) return;
  page.contents = modulePage(page.model, page.contents ?? '');
}

const indexPage = (modules) =>
  lines([
    '---',
    'title: API by module',
    'description: Every function of overdeliver, module by module, with what it takes, what it gives and an example.',
    '---',
    '# API by module',
    '',
    'Each module answers one question. Its page starts with the functions most people need.',
    '',
    '| module | what it answers | start with |',
    '| --- | --- | --- |',
    ...modules.map((module) =>
      row(
        `[overdeliver/${module.name}](${module.name}.md)`,
        flat(summaryOf(module)),
        startersOf(module)
          .map((starter) => linkTo(module, starter))
          .join(', '),
      ),
    ),
    '',
    `What most apps need is also exported by \`overdeliver\` itself.${chooser}`,
  ]);

function modulePage(module, contents) {
  for (const [, heading, anchor] of contents.matchAll(/^### (\S+) \{#(.+)\}$/gm)) {
    anchors.set(`${module.name}/${heading}`, anchor);
  }
  const starters = startersOf(module);
  const rest = (kind) =>
    module.children.filter((child) => child.kindOf(kind) && !starters.includes(child));
  const summary = summaryOf(module);
  const example = starters[0]?.name ?? rest(ReflectionKind.Function)[0]?.name;
  return lines([
    '---',
    `title: overdeliver/${module.name}`,
    `description: ${JSON.stringify(flat(summary))}`,
    'outline: [2, 3]',
    '---',
    `# overdeliver/${module.name}`,
    '',
    summary,
    '',
    '```ts no-run',
    `import { ${example} } from 'overdeliver/${module.name}';`,
    '```',
    '',
    ...table('Start here', module, starters),
    ...table(
      starters.length > 0 ? 'More functions' : 'What it offers',
      module,
      rest(ReflectionKind.Function),
    ),
    ...table('Values, schemas and parameter sets', module, rest(ReflectionKind.Variable)),
    withoutIntroduction(contents),
  ]);
}

const table = (title, module, members) =>
  members.length === 0
    ? []
    : [
        `## ${title}`,
        '',
        '| name | what it is for |',
        '| --- | --- |',
        ...members.map((member) => row(linkTo(module, member), firstSentence(summaryOf(member)))),
        '',
      ];

/** Without the module's summary, which stands above; and a schema's type is what it reads, not how zod builds it. */
const withoutIntroduction = (contents) =>
  contents
    .slice(contents.search(/^## /m))
    .replace(/^(> `const` \*\*\w+Schema\*\*): .*$/gm, '$1: a schema of zod')
    // what stands in a type without a name shows there; it needs a row of its own only to say more
    .replace(/^\| (<a [^|]*)?`[^`|]*\.[^`|]*` \|.*\| - \|\n/gm, '')
    .replaceAll('\n***\n', '\n');

function named(module, name) {
  const found = module.children.find((child) => child.name === name);
  if (!found) throw new Error(`.ci/start-here.json: ${module.name} has no ${name}`);
  return found;
}

const startersOf = (module) => (startHere[module.name] ?? []).map((name) => named(module, name));

const isCall = (reflection) => reflection.kindOf(ReflectionKind.Function);
const headingOf = (reflection) => (isCall(reflection) ? `${reflection.name}()` : reflection.name);
// The heading of a type that can be called has brackets, too.
const anchorOf = (module, reflection) =>
  anchors.get(`${module.name}/${headingOf(reflection)}`) ??
  anchors.get(`${module.name}/${reflection.name}()`);
const linkTo = (module, reflection) =>
  `[\`${headingOf(reflection)}\`](${module.name}.md#${anchorOf(module, reflection)})`;

function summaryOf(reflection) {
  const comment = reflection.comment ?? reflection.signatures?.[0]?.comment;
  return (comment?.summary ?? [])
    .map(({ text }) => text)
    .join('')
    .trim();
}

const firstSentence = (text) =>
  flat(/^[\s\S]*?[.?!:](?=\s|$)/.exec(text)?.[0] ?? text).replace(/:$/, '.');
const flat = (text) => text.replaceAll(/\s+/g, ' ').trim();
const row = (...cells) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`;
const lines = (parts) => `${parts.join('\n')}\n`;

/** Where each exported name is described, for the guides: `{ name: ['promise', 'planpromise', 'function'] }`. */
function namesOf(project) {
  const names = {};
  const doubled = new Set();
  for (const module of project.children ?? []) {
    for (const child of module.children ?? []) {
      if (child.name in names) doubled.add(child.name);
      const kind = isCall(child)
        ? 'function'
        : child.kindOf(ReflectionKind.Variable)
          ? 'value'
          : 'type';
      names[child.name] = [module.name, anchorOf(module, child), kind];
    }
  }
  for (const name of doubled) delete names[name];
  return names;
}
