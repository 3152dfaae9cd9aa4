import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  type LoyaltyFit,
  surveyIntentions,
} from 'overdeliver/loyalty';
import {
  intentionRows,
  names,
  recoveryRows,
  switchingRows,
  truth,
  wordOfMouthRows,
} from '../../test/loyalty/fit/world';
import { type Row, row } from '../report';
import { readTable } from './data';

const room = 'learning';
const sets = 200;

/** How well what customers do is learnt from made-up customers whose numbers are known, and from the index survey. */
export function learningLoyalty(): readonly Row[] {
  return [
    ...recovered('intentions', 1500, truth.intentions, (seed, rows) =>
      fitIntentions(intentionRows(seed, rows), names),
    ),
    ...recovered('switching', 1000, truth.switching, (seed, rows) =>
      fitSwitching(switchingRows(seed, rows), names),
    ),
    // Intervals of where silence lies cover too little: with few rows by much, with many still a little.
    ...[300, 800, 1500, 3000].flatMap((count) =>
      recovered('word of mouth', count, truth.wordOfMouth, (seed, rows) =>
        fitWordOfMouth(wordOfMouthRows(seed, rows), names),
      ),
    ),
    ...recovered('recovery', 400, truth.recovery, (seed, rows) =>
      fitRecovery(recoveryRows(seed, rows), names),
    ),
    ...onIndexSurvey(),
  ];
}

/** Two hundred made-up data sets: what intervals cover, and how far estimates are off on average. */
function recovered<Name extends string>(
  what: string,
  rows: number,
  real: Readonly<Record<NoInfer<Name>, number>>,
  fitOf: (seed: number, rows: number) => Pick<LoyaltyFit<Name>, 'parameters' | 'intervals'>,
): readonly Row[] {
  const fits = Array.from({ length: sets }, (_, i) => fitOf(80_000 + i, rows));
  const learnt = (Object.keys(real) as Name[]).filter(
    (name) => fits[0]?.parameters.parameters[name].status === 'fitted',
  );
  const found = learnt.map((name) => {
    const off = fits.map(({ parameters }) => parameters.parameters[name].value - real[name]);
    const hits = fits.map(({ intervals }) => {
      const interval = intervals[name];
      return interval !== null && interval.low <= real[name] && real[name] <= interval.high ? 1 : 0;
    });
    const error = spread(off) / Math.sqrt(sets);
    return { coverage: mean(hits), z: Math.abs(mean(off)) / error };
  });
  const name = `${what}, ${sets} made-up sets of ${rows} rows`;
  const coverage = found.map((one) => one.coverage);
  const errors = found.map(({ z }) => z);
  return [
    row(room, name, 'numbers learnt', learnt.length),
    row(room, name, 'least coverage of a 95% interval', Math.min(...coverage)),
    row(room, name, 'greatest coverage of a 95% interval', Math.max(...coverage)),
    row(room, name, 'greatest mean error, in standard errors of the mean', Math.max(...errors)),
    row(room, name, 'mean errors beyond two of them', errors.filter((z) => z > 2).length),
  ];
}

/** The index survey, which holds no outcome and no stage, fitted as the set that ships was in bench/fit/fit.py. */
function onIndexSurvey(): readonly Row[] {
  const table = readTable('ecsi-mobi.csv');
  if (table === null) return [];
  const share = (answer: string | undefined) => (Number(answer) - 1) / 9;
  const rows = table.map(({ CUSA1, CUSA2, CUSA3, CUSL1, CUSL3 }) => ({
    satisfaction: (100 * (share(CUSA1) + share(CUSA2) + share(CUSA3))) / 3,
    outcome: 'met' as const,
    stage: 'first-use' as const,
    repurchase: share(CUSL1),
    recommend: share(CUSL3),
  }));
  const { parameters } = fitIntentions(rows, names).parameters;
  const pairs = Object.entries(surveyIntentions.parameters)
    .filter(([, { status }]) => status === 'fitted')
    .map(([name, ours]) => [ours, parameters[name as keyof typeof parameters]] as const);
  // Those that ship lack the n / (n - 1) of rows as clusters.
  const few = Math.sqrt(rows.length / (rows.length - 1));
  const name = 'ecsi-mobi.csv, all taken as met and first use';
  return [
    row(
      room,
      name,
      'greatest difference from the set that ships',
      Math.max(...pairs.map(([ours, theirs]) => Math.abs(ours.value - theirs.value))),
    ),
    row(
      room,
      name,
      'greatest difference of a standard error',
      Math.max(
        ...pairs.map(([ours, theirs]) =>
          Math.abs(few * (ours.standardError ?? 0) - (theirs.standardError ?? 0)),
        ),
      ),
    ),
  ];
}

const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;
const spread = (x: readonly number[]) => Math.sqrt(mean(x.map((one) => (one - mean(x)) ** 2)));
