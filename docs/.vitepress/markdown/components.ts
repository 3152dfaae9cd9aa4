import type { MarkdownRenderer } from 'vitepress';

/**
 * Shows a component in place of a comment such as `<!-- Picture window -->`, with the line after it as its caption. Whoever reads
 * the files themselves, as they come with the package, reads plain Markdown.
 */
export function components(md: MarkdownRenderer): void {
  md.core.ruler.push('components', ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const found = token.type === 'html_block' && comment.exec(token.content);
      if (!found) {
        if (token.type === 'html_block' && /^<!-- [A-Z]/.test(token.content)) {
          throw new Error(`no component: ${token.content}`);
        }
        continue;
      }
      const [, component, name] = found;
      const [open, line, close] = tokens.slice(i + 1, i + 4);
      const caption = open?.type === 'paragraph_open' ? captionOf(line?.content ?? '') : undefined;
      const attributes = Object.entries({ name, caption }).flatMap(([key, value]) =>
        value === undefined ? [] : ` ${key}="${md.utils.escapeHtml(value)}"`,
      );
      const tag = `<${component}${attributes.join('')} />`;
      // It computes, and nothing of it is drawn before the page is read.
      token.content = component === 'Playground' ? `<ClientOnly>${tag}</ClientOnly>\n` : `${tag}\n`;
      if (caption === undefined) continue;
      for (const said of [open, line, close]) Object.assign(said ?? {}, nothing);
    }
  });
}

const comment = /^<!-- (Picture|KeepRate|RunExamples|Playground)(?: ([\w-]+))? -->\s*$/;
const captionOf = (text: string) => /^\*Picture: (.+)\*$/.exec(text)?.[1];
const nothing = { type: 'html_block', tag: '', nesting: 0, content: '', children: null };
