import type { DefaultTheme, MarkdownEnv } from 'vitepress';
import { wordsOfPages } from './words';

/** Parts a page's own text from the words that lead to it, in the index only. */
const mark = '\u2063';

/** How documents become terms, at the build and on the page: each function stands alone, since the page gets it as text. */
const terms = {
  fields: ['title', 'titles', 'text', 'ideas'],
  storeFields: ['title', 'titles'],
  extractField: (document: Readonly<Record<string, string>>, field: string): string => {
    const [before = '', ideas = '', after = ''] = (document.text ?? '').split('\u2063');
    if (field === 'text') return before + after;
    return field === 'ideas' ? ideas : (document[field] ?? '');
  },
  // "delays" is what "delay" is
  processTerm: (term: string) => term.toLowerCase().replace(/^(\w{3,}[^su])s$/, '$1'),
};

/** How a question is answered: by ideas first, then by titles; a guide before a list of what functions take. */
const asking = {
  boost: { ideas: 9, title: 4, text: 2, titles: 1 },
  // a short word is meant as it stands: eta is not beta
  fuzzy: (term: string) => (term.length > 5 ? 0.2 : false),
  prefix: (term: string) => term.length > 2,
  weights: { fuzzy: 0.2, prefix: 0.4 },
  boostDocument: (id: string) => {
    if (/\/(api|changelog|concepts\/glossary|reference\/(#|numbers|parameters))/.test(id))
      return 0.35;
    return /\/(evidence|elsewhere|measured)/.test(id) ? 0.6 : 1;
  },
};

type Renderer = { render(text: string, env: MarkdownEnv): string };

function render(text: string, env: MarkdownEnv, md: Renderer): string {
  const html = md.render(text, env);
  if (env.frontmatter?.search === false) return '';
  const page = env.relativePath.replace(/\.md$/, '');
  const words = [env.frontmatter?.search ?? [], wordsOfPages[page] ?? []].flat().join(' ');
  const titled = html.replace('</h1>', () => `</h1><p>${mark}${words}${mark}</p>`);
  // of a function's page "Parameters" and "Example" are no places of their own
  return page.startsWith('api/') ? titled.replaceAll(/<(\/?)h[456]\b[^>]*>/g, '<$1p>') : titled;
}

export const search = {
  provider: 'local',
  options: {
    _render: render,
    miniSearch: { options: terms, searchOptions: asking },
    detailedView: false,
  },
} satisfies DefaultTheme.Config['search'];
