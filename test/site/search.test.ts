import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { search } from '../../docs/.vitepress/search/options';
import { dist } from './pages';

interface Index {
  search(question: string): readonly { readonly id: unknown }[];
}

// The search engine that VitePress brings, with the options that it gives it on a page.
const fromVitepress = createRequire(createRequire(import.meta.url).resolve('vitepress'));
const MiniSearch: { loadJSON(json: string, options: object): Index } = fromVitepress('minisearch');

let index: Index;

beforeAll(async () => {
  const chunks = join(dist, 'assets/chunks');
  const [file = ''] = readdirSync(chunks).filter((name) => name.startsWith('@localSearchIndex'));
  const built: { default: string } = await import(pathToFileURL(join(chunks, file)).href);
  const { options, searchOptions } = search.options.miniSearch;
  index = MiniSearch.loadJSON(built.default, { ...options, searchOptions });
});

const pageOf = (id: string) => id.replace(/#.*/, '');
const firstFor = (question: string) => pageOf(String(index.search(question)[0]?.id));

/** Where a question leads first. Written down before the index was asked. */
const questions: readonly (readonly [question: string, page: RegExp])[] = [
  ['late', /^\/(guides\/promise|recipes\/runs-late)$/],
  ['eta', /^\/(guides\/promise|recipes\/quote-delivery)$/],
  ['churn', /^\/(guides\/loyalty|recipes\/customer-worth)$/],
  ['NPS', /^\/(guides\/survey|recipes\/survey-csv)$/],
  ['holiday', /^\/(guides\/dates|recipes\/arrives-by)$/],
  ['SLA', /^\/(guides\/(ledger|business-hours)|recipes\/first-response)$/],
  ['cut-off', /^\/(guides\/dates|recipes\/arrives-by)$/],
  ['refund', /^\/(guides\/response|recipes\/make-up)$/],
  ['CSV', /^\/guides\/orders$/],
  ['margin', /^\/(guides\/simulation|recipes\/profitable-margin)$/],
  ['buffer', /^\/(guides\/promise|recipes\/profitable-margin)$/],
  ['lead time', /^\/(guides\/(promise|capability)|recipes\/quote-delivery)$/],
  ['delay', /^\/(guides\/promise|recipes\/runs-late)$/],
  ['delays', /^\/(guides\/promise|recipes\/runs-late)$/],
  ['promise', /^\/guides\/promise$/],
  ['what should I promise', /^\/guides\/promise$/],
  ['waiting time', /^\/guides\/promise$/],
  ['cancel', /^\/guides\/(promise|capability)$/],
  ['weekend', /^\/guides\/dates$/],
  ['time zone', /^\/guides\/dates$/],
  ['opening hours', /^\/guides\/(dates|business-hours)$/],
  ['deadline', /^\/guides\/dates$/],
  ['bank holidays', /^\/guides\/dates$/],
  ['survey', /^\/(guides\/survey|recipes\/survey-csv)$/],
  ['Kano', /^\/guides\/survey$/],
  ['SERVQUAL', /^\/(guides\/survey|recipes\/survey-csv)$/],
  ['net promoter', /^\/(guides\/survey|recipes\/survey-csv)$/],
  ['loyalty', /^\/guides\/loyalty$/],
  ['CLV', /^\/(guides\/loyalty|recipes\/customer-worth)$/],
  ['retention', /^\/(guides\/loyalty|recipes\/customer-worth)$/],
  ['word of mouth', /^\/guides\/loyalty$/],
  ['SQL', /^\/(guides\/sql|recipes\/score-in-duckdb)$/],
  ['DuckDB', /^\/(guides\/sql|recipes\/score-in-duckdb)$/],
  ['postgres', /^\/guides\/sql$/],
  ['percentile', /^\/elsewhere\//],
  ['complaint', /^\/(guides\/response|recipes\/make-up)$/],
  ['compensation', /^\/(guides\/response|recipes\/make-up)$/],
  ['on-time delivery', /^\/(guides\/ledger|recipes\/kept-by-week)$/],
  ['OTIF', /^\/(guides\/ledger|recipes\/kept-by-week)$/],
  ['backtest', /^\/(guides\/backtest|recipes\/backtest-orders)$/],
  ['Monte Carlo', /^\/guides\/simulation$/],
  ['satisfaction', /^\/guides\/satisfaction$/],
  ['CSAT', /^\/(guides\/satisfaction|recipes\/survey-csv)$/],
  ['touchpoint', /^\/guides\/journey$/],
  ['translation', /^\/guides\/wording$/],
  ['currency', /^\/guides\/wording$/],
  ['how many rows do I need', /^\/guides\/learning$/],
  // slips of the finger
  ['satisfacton', /^\/guides\/satisfaction$/],
  ['complaing', /^\/(guides\/response|recipes\/make-up)$/],
];

it.each(questions)('%s leads to the right page first', (question, page) => {
  expect(firstFor(question)).toMatch(page);
});

it.each(['capabilityFromCensored', 'planByTolerance', 'touchpointImp'])(
  '%s leads to where it is described, beside the guides that use it',
  (name) => {
    const found = index.search(name).slice(0, 5);
    expect(found.map(({ id }) => pageOf(String(id))).some((id) => id.startsWith('/api/'))).toBe(
      true,
    );
  },
);

it('a word that nobody uses finds nothing', () => {
  expect(index.search('zzxqv')).toEqual([]);
});
