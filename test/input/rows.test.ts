import {
  capabilityAsOf,
  capabilityByGroup,
  classifyStage,
  openLedger,
  recordEvent,
} from 'overdeliver';
import { capabilityFromQuantiles } from 'overdeliver/capability';
import { breakOf, journeyScore, reviewTrend, touchpointGaps, trendOf } from 'overdeliver/journey';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  forecastPurchases,
} from 'overdeliver/lifetime';
import { wordOfMouthAmong } from 'overdeliver/loyalty';
import { auditPractices, planBonuses } from 'overdeliver/response';
import { expectationScorecard, importancePerformance, scoreInstrument } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const at = new Date('2026-01-05T12:00:00Z');
const due = new Date('2026-01-07T12:00:00Z');
const asOf = new Date('2026-02-01T00:00:00Z');
const survey = {
  id: 'visit',
  items: [
    { kind: 'scale', id: 'fast', text: 'Fast?', scale: { min: 1, max: 5 }, dimension: 'speed' },
  ],
} as const;
const series = [1, 2, 3, 4].map((day) => ({ at: new Date(day * 86_400_000), value: day }));
const touchpoint = { id: 'shop', expected: 70, perceived: 60 };
const bonus = { id: 'b', cost: 100, serves: 'safety', value: 2 };
const customer = { id: 'c', needs: { safety: 50 } };
const kept = { kept: 9, broken: 0, rate: 1 };
const bonuses = { budget: 500, kept: kept as never, asOf, contact: { zone: 'UTC' } };

const rows: readonly [string, object, (row: never) => unknown, string][] = [
  [
    'capabilityAsOf',
    { started: at, finished: due },
    (row) => capabilityAsOf([row], { asOf, unit: 'days' }),
    'canceled',
  ],
  [
    'capabilityByGroup',
    { value: 3, path: ['SP'] },
    (row) => capabilityByGroup([row], { unit: 'days', levels: ['state'] })(['SP']).toJSON(),
    'Value',
  ],
  [
    'capabilityFromQuantiles',
    { p: 0.5, value: 3 },
    (row) => capabilityFromQuantiles([row, { p: 0.9, value: 9 }], { unit: 'days' }).toJSON(),
    'vaule',
  ],
  [
    'classifyStage',
    { firstPurchase: at, uses: [at] },
    (row) => classifyStage(row, { asOf }),
    'first_purchase',
  ],
  [
    'forecastPurchases',
    { frequency: 2, recency: 8, age: 9 },
    (row) => forecastPurchases(cdnowPurchases, row, { periods: 2 }),
    'frequncy',
  ],
  [
    'expectedOrderValue',
    { frequency: 2, value: 8 },
    (row) => expectedOrderValue(cdnowOrderValues, row),
    'Frequency',
  ],
  [
    'wordOfMouthAmong',
    { satisfaction: 80, outcome: 'met', customers: 1 },
    (row) => wordOfMouthAmong([row]),
    'outcom',
  ],
  [
    'auditPractices',
    { practice: 'listen', well: true },
    (row) => auditPractices([row]),
    'practise',
  ],
  [
    'importancePerformance',
    { id: 'a', importance: 50, performance: 60 },
    (row) => importancePerformance([row]),
    'importence',
  ],
  ['planBonuses, bonuses', bonus, (row) => planBonuses([row], [customer], bonuses), 'Cost'],
  ['planBonuses, customers', customer, (row) => planBonuses([bonus], [row], bonuses), 'recieved'],
  [
    'scoreInstrument',
    { respondent: 'a', answers: { fast: 4 } },
    (row) =>
      scoreInstrument(survey, [row, { respondent: 'b', answers: { fast: 2 } }], {
        leastAnswers: 2,
      }),
    'respondant',
  ],
  [
    'expectationScorecard',
    { expectation: 'information', level: 70, respondent: 'a', source: 'survey' },
    (row) => expectationScorecard([row], { leastAnswers: 2 }),
    'roles',
  ],
  ['touchpointGaps', touchpoint, (row) => touchpointGaps([row]), 'percieved'],
  ['journeyScore', touchpoint, (row) => journeyScore([row]), 'percieved'],
  ['trendOf', series[0] as object, (row) => trendOf([row, ...series.slice(1)]), 'vaule'],
  ['breakOf', series[0] as object, (row) => breakOf([row, ...series.slice(1)]), 'vaule'],
  ['reviewTrend', series[0] as object, (row) => reviewTrend([row, ...series.slice(1)]), 'vaule'],
  [
    'recordEvent, promise',
    { kind: 'promise', id: 'a', at, due },
    (row) => recordEvent(openLedger(), row),
    'segmnet',
  ],
  [
    'recordEvent, delivery',
    { kind: 'delivery', id: 'a', at: due },
    (row) => recordEvent(recordEvent(openLedger(), { kind: 'promise', id: 'a', at, due }), row),
    'quantitty',
  ],
];

describe.each(rows)('a row of %s', (_, row, call, misspelt) => {
  it('may have other columns', () => {
    const other = { ...row, warehouse: 'north', 'price paid': null };
    const json = (value: unknown) => JSON.stringify(value);
    expect(json(call(other as never))).toBe(json(call(row as never)));
  });

  it('may not have a misspelt one', () => {
    const error = refusal(() => call({ ...row, [misspelt]: 1 } as never));
    expect(error.code).toBe('unknown-name');
    expect(error.path.endsWith(misspelt)).toBe(true);
    expect(error.expected).toMatch(/^(\w+, or )?one of /);
  });
});
