/**
 * The words that readers ask with where a page says it in others. They are part of the page in the index, not on the screen.
 * A page may also list its own: `search: [late, delay]` in its frontmatter.
 */
export const wordsOfPages: Readonly<Record<string, string>> = {};
