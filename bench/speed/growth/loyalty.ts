import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  predictIntentions,
  wordOfMouthAmong,
} from 'overdeliver/loyalty';
import { uniforms } from '../../uniforms';
import { type GrowthCase, levelsOf, listOf, names } from './case';

const outcomes = ['below', 'met', 'exceeded'] as const;
const stages = ['first-use', 'long-term'] as const;

/** A fit to rows, each of which is drawn. */
function fitted<Row>(
  of: string,
  n: number,
  rowOf: (next: () => number) => Row,
  learn: (rows: readonly Row[]) => unknown,
): GrowthCase {
  const make = (count: number) => {
    const next = uniforms(count);
    const rows = listOf(count, () => rowOf(next));
    return () => learn(rows);
  };
  return { of: [of], by: 'rows', n, rows: 'fit', ofObjects: true, make };
}

const pick = <T>(next: () => number, all: readonly T[]) =>
  all[Math.floor(all.length * next())] as T;
const level = (next: () => number) => 20 + 70 * next();

export const loyaltyCases: readonly GrowthCase[] = [
  {
    of: ['predictIntentions'],
    by: 'rows',
    n: 20_000,
    rows: 'prediction',
    make: (n) => {
      const columns = {
        satisfaction: levelsOf(n),
        outcome: Uint8Array.from({ length: n }, (_, i) => i % 3),
        stage: Uint8Array.from({ length: n }, (_, i) => 1 + (i % 2)),
      };
      return () => predictIntentions(columns);
    },
  },
  {
    of: ['wordOfMouthAmong'],
    by: 'groups',
    n: 4000,
    make: (n) => {
      const groups = listOf(
        n,
        (i) => ({ satisfaction: i % 100, outcome: 'met', customers: 3 }) as const,
      );
      return () => wordOfMouthAmong(groups);
    },
  },
  fitted(
    'fitIntentions',
    500,
    (next) => {
      const satisfaction = level(next);
      const repurchase = Math.min(1, 0.2 + satisfaction / 150 + 0.1 * next());
      return { satisfaction, outcome: pick(next, outcomes), stage: pick(next, stages), repurchase };
    },
    (rows) => fitIntentions(rows, names),
  ),
  fitted(
    'fitSwitching',
    500,
    (next) => {
      const [expected, promised] = [level(next), level(next)];
      return {
        expected,
        promised,
        outcome: pick(next, outcomes),
        stage: pick(next, stages),
        credibility: next(),
        market: level(next),
        left: 200 * next() < 50 + promised - expected,
      };
    },
    (rows) => fitSwitching(rows, names),
  ),
  fitted(
    'fitWordOfMouth',
    300,
    (next) => {
      const satisfaction = level(next);
      const positive = Math.floor((satisfaction / 25) * next());
      const negative = Math.floor(((100 - satisfaction) / 40) * next());
      return { satisfaction, outcome: pick(next, outcomes), positive, negative };
    },
    (rows) => fitWordOfMouth(rows, names),
  ),
  fitted(
    'fitRecovery',
    300,
    (next) => {
      const before = level(next);
      const [failed, distributive] = [before * next(), level(next)];
      const recovered = Math.min(100, failed + 0.4 * distributive + 5 * next());
      const [interactional, procedural] = [level(next), level(next)];
      const apologies = Math.floor(3 * next());
      return { before, failed, recovered, distributive, interactional, procedural, apologies };
    },
    (rows) => fitRecovery(rows, names),
  ),
];
