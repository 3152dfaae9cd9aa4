/**
 * The words that readers ask with where a page says it in others. They are part of the page in the index, not on the screen.
 * A page may list its own in its frontmatter, `search: [late, delay]`.
 */
export const wordsOfPages: Readonly<Record<string, string>> = {
  'guides/orders':
    'CSV Excel spreadsheet import export file parse decimal comma order history data cleaning',
  'guides/promise':
    'promise quote late lateness delay delayed overdue ETA arrival lead time delivery turnaround waiting wait buffer slack cancel cancelled cancellation lost in stock no history cold start keep rate',
  'guides/dates':
    'holiday bank holidays weekend Sunday cut-off cutoff opening hours time zone timezone daylight saving DST deadline due date calendar business day working days',
  'guides/ledger':
    'SLA service level agreement on-time on time OTIF punctuality breach kept broken track record audit pause clock alarm drift monitoring',
  'guides/backtest': 'backtest replay history compare policies what would have happened evaluation',
  'guides/simulation': 'margin simulate simulation Monte Carlo what if scenario profit pay off',
  'guides/expectation': 'expect expectation hype zone of tolerance new customer stage',
  'guides/satisfaction':
    'satisfaction CSAT happy disappointed disappointment delight rating stars score over-deliver',
  'guides/loyalty':
    'churn retention loyalty CLV LTV lifetime value repurchase repeat purchase word of mouth recommend referral switch competitor subscription',
  'guides/response':
    'refund compensation apology apologise complaint complain voucher goodwill service recovery failure went wrong gift bonus',
  'guides/journey': 'touchpoint journey map peak end funnel trend',
  'guides/survey':
    'NPS net promoter survey questionnaire SERVQUAL Kano Likert feedback needs answers free text sentiment',
  'guides/learning':
    'fit train learn calibrate own data sample size how many rows machine learning',
  'guides/sql':
    'SQL DuckDB PostgreSQL Postgres SQLite ClickHouse database warehouse query Kysely Knex Drizzle',
  'guides/sql-promises': 'SQL per group database promisesSql keptRatesSql backtestSql',
  'guides/wording':
    'wording translate translation language locale currency message email text customers German French',
  'elsewhere/same-quantile': 'percentile quantile Excel NumPy pandas R compare other libraries',
  'reference/numbers': 'parameters defaults assumptions sources',
};
