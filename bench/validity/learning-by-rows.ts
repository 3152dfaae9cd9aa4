import { readFileSync, writeFileSync } from 'node:fs';
import { adjustParameters, followExpectation, formExpectation, judgeOutcome } from 'overdeliver';
import {
  type ExpectationFitRow,
  expectationDefaults,
  fitExpectation,
  fitUpdating,
  stageNames,
  stages,
  stageWeights,
  type UpdatingHistory,
} from 'overdeliver/expectation';
import * as weights from '../../test/expectation/fit/world';
import * as updating from '../../test/expectation/fit-updating/world';
import { type Row, row } from '../report';

type Numbers = typeof expectationDefaults;

/** Root mean squares of how far predicted levels are from what customers expect, in points. */
interface ByRows {
  readonly rows: number;
  readonly defaults: number;
  readonly learnt: number;
}

const counts = [30, 100, 300, 1000, 3000] as const;
const seeds = 10;
const file = new URL('../learning-by-rows.json', import.meta.url);

/** From how many rows on learning beats the defaults, where customers are far from these, and where they are like them. */
export function learningByRows(): readonly Row[] {
  const tables = {
    'fitExpectation, far from the defaults': weightsByRows(weights.truth.weights),
    'fitExpectation, as the defaults': weightsByRows(ranked()),
    'fitUpdating, far from the defaults': updatingByRows(updating.truth),
    'fitUpdating, as the defaults': updatingByRows({ ...updating.truth, ...defaultsOf() }),
  };
  const text = `${JSON.stringify(tables, null, 2)}\n`;
  // `WRITE_TABLES=1` keeps the figures that `npm run docs:tables` puts into the docs.
  if (process.env.WRITE_TABLES === '1') writeFileSync(file, text);
  const kept: typeof tables = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(tables).flatMap(([name, table]) => {
    const shown = kept[name as keyof typeof tables];
    const off = table.map(({ learnt, defaults }, i) =>
      Math.max(
        Math.abs(learnt - (shown[i]?.learnt ?? Number.NaN)),
        Math.abs(defaults - (shown[i]?.defaults ?? Number.NaN)),
      ),
    );
    return [
      ...table.flatMap(({ rows, defaults, learnt }) => [
        row('learning', `${name}, ${rows} rows`, 'points off, defaults', defaults),
        row('learning', `${name}, ${rows} rows`, 'points off, learnt', learnt),
      ]),
      row('learning', name, 'greatest difference from the table in the docs', Math.max(...off)),
    ];
  });
}

/** The ranks' weights of the factors that each stage names. */
const ranked = () =>
  Object.fromEntries(
    stageNames.map((stage) => [
      stage,
      Object.fromEntries(stages[stage].order.flat().map((one) => [one, stageWeights(stage)[one]])),
    ]),
  ) as typeof weights.truth.weights;

/** Customers whose own answers do not stray show how far a set is off. */
function weightsByRows(truth: typeof weights.truth.weights): readonly ByRows[] {
  const fresh = weights.answers(1, 300, { sd: 0, missing: 0, weights: truth });
  return counts.map((rows) => {
    const learnt = Array.from({ length: seeds }, (_, i) => {
      const told = weights.answers(70_000 + i, rows, { missing: 0, weights: truth });
      const { parameters } = fitExpectation(told, { ...weights.names, resamples: 100 });
      return formedOff(fresh, parameters);
    });
    return {
      rows,
      defaults: rootMean([formedOff(fresh, expectationDefaults)]),
      learnt: rootMean(learnt),
    };
  });
}

const formedOff = (fresh: readonly ExpectationFitRow[], parameters: Numbers) =>
  rootMean(
    fresh.map(
      ({ stage, signals, expected }) =>
        formExpectation({ stage, signals }, { parameters }).predicted.mean - expected,
    ),
  );

/** A customer says three times what they predict. */
function updatingByRows(truth: typeof updating.truth): readonly ByRows[] {
  const fresh = updating.panel(2, 100, { steps: 4 });
  const { predicted: _, desired: __, ...values } = truth;
  const real = adjustParameters(expectationDefaults, 'bench/real', values);
  return counts.map((rows) => {
    const learnt = Array.from({ length: seeds }, (_unused, i) => {
      const told = updating.panel(80_000 + i, Math.round(rows / 3), { steps: 4, numbers: truth });
      const { parameters } = fitUpdating(updating.predictedOnly(told), updating.names);
      return movedOff(fresh, parameters, real);
    });
    return {
      rows,
      defaults: rootMean([movedOff(fresh, expectationDefaults, real)]),
      learnt: rootMean(learnt),
    };
  });
}

function movedOff(fresh: readonly UpdatingHistory[], parameters: Numbers, real: Numbers): number {
  return rootMean(
    fresh.flatMap((history) => {
      const truly = levelsOf(history, real);
      return levelsOf(history, parameters).map((level, i) => level - (truly[i] as number));
    }),
  );
}

function levelsOf({ start, from, path }: UpdatingHistory, parameters: Numbers): readonly number[] {
  const events = path.flatMap(({ at, event }) => (event ? [{ at, event }] : []));
  const history = { firstPurchase: from, uses: [] };
  const options = { from, judge: judgeOutcome, history, parameters };
  return followExpectation(start, events, options).steps.map(({ after }) => after.predicted.mean);
}

const defaultsOf = () => {
  const { experienceSd, informationSd, driftVariancePerDay } = expectationDefaults.parameters;
  return {
    experienceSd: experienceSd.value,
    informationSd: informationSd.value,
    driftVariancePerDay: driftVariancePerDay.value,
  };
};

const rootMean = (x: readonly number[]) =>
  Math.sqrt(x.reduce((sum, one) => sum + one * one, 0) / x.length);
