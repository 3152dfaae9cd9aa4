import type { DefaultTheme } from 'vitepress';
import { isPage, linkedFrom, pagesIn, titleOf } from './pages';
import { version } from './project';

type Items = DefaultTheme.SidebarItem[];

/** By question, in the order of the page that lists them. */
const guides = [
  'orders',
  'capability',
  'promise',
  'live',
  'dates',
  'business-hours',
  'wording',
  'simulation',
  'ledger',
  'backtest',
  'expectation',
  'satisfaction',
  'loyalty',
  'response',
  'journey',
  'survey',
  'charts',
  'learning',
  'sql',
  'sql-promises',
].map((name) => `guides/${name}`);

const concepts = ['concepts/gap', 'concepts/numbers', 'concepts/glossary'];

/** Everything there is, in the order of reading. A page that is not there yet is left out. */
export const sidebar: Items = [
  group('Start', pages('quick-start', 'install', 'playground')),
  group('Concepts', pages(...inOrder('concepts', concepts))),
  folded('recipes/index', pages(...inOrder('recipes', linkedFrom('recipes/index')))),
  folded('guides/index', pages(...inOrder('guides', guides))),
  group('What it rests on', pages('evidence', 'measured/validity', 'measured/speed')),
  group('Reference', [
    ...pages('reference/index', 'reference/parameters', 'reference/numbers'),
    ...folded('api/index', modules()),
  ]),
  titled('elsewhere/index', pages(...inOrder('elsewhere', []))),
].flat();

/** The same for llms.txt, which lists what stands in a group and not the page that its title leads to. */
export const listed: Items = sidebar.map((group) => {
  const { text = '', link, items = [] } = group;
  return link === undefined ? group : { text, items: [{ text, link }, ...items] };
});

export const nav: DefaultTheme.NavItem[] = [
  ...entries('Quick start', 'quick-start'),
  ...entries('Recipes', 'recipes/index', ...inOrder('recipes', [])),
  ...entries('Guides', 'guides/index', 'guides/promise'),
  ...entries('Reference', 'reference/index', 'reference/numbers'),
  ...entries('Playground', 'playground'),
  ...entries(`v${version}`, 'changelog'),
];

/** A link to the first of these pages that there is. */
function entries(text: string, ...from: string[]): DefaultTheme.NavItem[] {
  const [page] = from.filter(isPage);
  if (page === undefined) return [];
  const [folder = page] = page.split('/');
  return [{ text, link: linkOf(page), activeMatch: `^/${folder}(/|$)` }];
}

function group(text: string, items: Items): Items {
  return items.length === 0 ? [] : [{ text, items }];
}

/** A group whose title leads to the page that lists it. */
function titled(index: string, items: Items): Items {
  return pages(index).map((title) => ({ ...title, items }));
}

/** A long one: open while one reads a page of it. */
function folded(index: string, items: Items): Items {
  return titled(index, items).map((group) => ({ ...group, collapsed: true }));
}

function pages(...names: string[]): Items {
  return names.filter(isPage).map((page) => ({ text: titleOf(page), link: linkOf(page) }));
}

function modules(): Items {
  return pagesIn('api').map((page) => ({ text: page.slice('api/'.length), link: linkOf(page) }));
}

/** What is listed first, then whatever else the folder holds. */
function inOrder(folder: string, first: readonly string[]): string[] {
  return [...first, ...pagesIn(folder).filter((page) => !first.includes(page))];
}

function linkOf(page: string): string {
  return `/${page.replace(/(^|\/)index$/, '$1')}`;
}
