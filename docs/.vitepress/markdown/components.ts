import type { MarkdownRenderer } from 'vitepress';

/**
 * Shows what only the site has, which stands in comments: a component, such as `<!-- Picture window: its caption -->`, and words, as in
 * `<!-- Site: or try the [playground](playground.md) -->`. Whoever reads the files themselves, as they come with the package, reads
 * plain Markdown without them.
 */
export function components(md: MarkdownRenderer): void {
  md.core.ruler.before('normalize', 'words-of-the-site', (state) => {
    state.src = state.src.replace(/<!-- Site: ([\s\S]*?) -->/g, '$1');
  });
  md.core.ruler.push('components', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'html_block') continue;
      const found = comment.exec(token.content);
      if (!found) {
        if (/^<!-- [A-Z]/.test(token.content)) throw new Error(`no component: ${token.content}`);
        continue;
      }
      const [, component, name, caption] = found;
      const attributes = Object.entries({ name, caption }).flatMap(([key, value]) =>
        value === undefined ? [] : ` ${key}="${md.utils.escapeHtml(value)}"`,
      );
      const tag = `<${component}${attributes.join('')} />`;
      // It computes, and nothing of it is drawn before the page is read.
      token.content = component === 'Playground' ? `<ClientOnly>${tag}</ClientOnly>\n` : `${tag}\n`;
    }
  });
}

const comment = /^<!-- (Picture|KeepRate|RunExamples|Playground)(?: ([\w-]+))?(?:: (.+))? -->\s*$/;
