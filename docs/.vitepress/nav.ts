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
  group('Start', pages('quick-start', 'install')),
  group('Concepts', pages(...inOrder('concepts', concepts))),
  group('Recipes', pages('recipes/index', ...inOrder('recipes', linkedFrom('recipes/index')))),
  group('Guides by question', pages('guides/index', ...inOrder('guides', guides))),
  group('What it rests on', pages('evidence')),
  group('Reference', [
    ...pages('reference/index', 'reference/parameters', 'reference/numbers'),
    ...pages('api/index').map((api) => ({ ...api, items: modules(), collapsed: true })),
  ]),
  group('Coming from elsewhere', pages('elsewhere/index', ...inOrder('elsewhere', []))),
  group('Validity and speed', pages('measured/validity', 'measured/speed')),
  group('Try it', pages('playground')),
].flat();

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
