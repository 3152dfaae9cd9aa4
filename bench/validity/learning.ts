import {
  airlineExpectation,
  type ExpectationFit,
  type ExpectationFitRow,
  fitExpectation,
} from 'overdeliver/expectation';
import { answers, names, truth } from '../../test/expectation/fit/world';
import { type Bench, type Row, row } from '../report';
import { readTable, type TableRow } from './data';
import { learningByRows } from './learning-by-rows';
import { learntIndex } from './learning-index';
import { learningLoyalty } from './learning-loyalty';
import { learntTouchpoints } from './learning-touchpoints';
import { updatingRecovery } from './learning-updating';

const room = 'learning';

/** How well what was assumed is learnt: on real surveys, and of made-up populations whose numbers are known. */
export const learning: Bench = {
  room,
  run: () => [
    ...onAirline(),
    ...recovery(),
    ...atBoundary(),
    ...byRows(),
    ...learningLoyalty(),
    ...learntTouchpoints(),
    ...learntIndex(),
    ...learningByRows(),
    ...updatingRecovery(),
  ],
};

const asked = { ...names, register: 'normative', resamples: 100 } as const;

/** The survey as rows: uses that make a regular customer by the default rule, three, part the stages. */
function airlineRows(): readonly ExpectationFitRow[] | null {
  const table = readTable('airline-survey.csv');
  if (table === null) return null;
  return table.map((answer) => {
    const found = meanOf(answer, 's');
    const isNew = Number(answer.nflights) < 3;
    return {
      stage: isNew ? 'first-use' : 'long-term',
      signals: {
        wordOfMouth: (100 * (Number(answer.reputation) - 1)) / 6,
        ...(isNew ? { firstImpression: found } : { longTermExperience: found }),
      },
      expected: meanOf(answer, 'e'),
    };
  });
}

/** The mean of the items answered, of the 23 that begin with a letter. */
function meanOf(answer: TableRow, letter: string): number {
  const items = Array.from({ length: 23 }, (_, i) => answer[`${letter}${i + 1}`]);
  return mean(items.filter((item) => item !== '').map(Number));
}

/** Five-fold R2 over seeds that deal the folds, and whether the set that ships is what the fit finds. */
function onAirline(): readonly Row[] {
  const rows = airlineRows();
  if (rows === null) return [];
  const name = 'airline-survey.csv, 20 deals of five folds';
  const fits = Array.from({ length: 20 }, (_, i) =>
    fitExpectation(rows, { ...asked, seed: i + 1 }),
  );
  const r2 = (form: string) => mean(fits.map((fit) => r2Of(fit, form)));
  const merged = rows.map(({ signals, ...one }) => {
    const { firstImpression, longTermExperience = firstImpression, ...rest } = signals;
    return { ...one, stage: 'long-term' as const, signals: { ...rest, longTermExperience } };
  });
  const together = fits.map((_, i) => fitExpectation(merged, { ...asked, seed: i + 1 }));
  const oneRegression = mean(
    together.map(
      ({ comparison }) => comparison.find(({ form }) => form === 'regression')?.r2 as number,
    ),
  );
  const shipped = fitExpectation(rows, { ...names, register: 'normative' });
  return [
    row(room, name, 'R2, weights by stage', r2('by-stage')),
    row(
      room,
      name,
      'R2, the same at the size that all rows choose',
      mean(
        fits.map((_, i) =>
          r2Of(
            fitExpectation(rows, { ...asked, seed: i + 1, priorSize: shipped.priorSize }),
            'by-stage',
          ),
        ),
      ),
    ),
    row(room, name, 'R2, the default', r2('default')),
    row(room, name, 'R2, one weighting for all stages', r2('pooled')),
    row(room, name, 'R2, a regression for each stage', r2('regression')),
    row(room, name, 'R2, one regression', oneRegression),
    row(room, name, 'R2 by stage less one weighting', r2('by-stage') - r2('pooled')),
    row(room, name, 'R2 by stage less a regression for each', r2('by-stage') - r2('regression')),
    row(room, name, 'R2 by stage less one regression', r2('by-stage') - oneRegression),
    row(room, name, 'greatest difference from the set that ships', differenceFromShipped(shipped)),
    ...shipped.orders.map(({ stage, share }) =>
      row(
        room,
        name,
        `share of resamples in which the order of ${stage} holds`,
        share ?? Number.NaN,
      ),
    ),
  ];
}

const r2Of = ({ comparison }: ExpectationFit, form: string) =>
  comparison.find((one) => one.form === form)?.r2 ?? Number.NaN;

function differenceFromShipped({ parameters }: ExpectationFit): number {
  const ours: Readonly<Record<string, { readonly value: number }>> = airlineExpectation.parameters;
  return Math.max(
    ...Object.entries(parameters.parameters).map(([name, { value }]) =>
      Math.abs(value - (ours[name]?.value ?? Number.NaN)),
    ),
  );
}

/** Two hundred made-up data sets of 900 rows: what intervals cover, and how far estimates are off on average. */
function recovery(): readonly Row[] {
  const sets = 200;
  return [undefined, 1].flatMap((priorSize) => {
    const name = `${sets} made-up sets of 900 rows, the default counting as ${priorSize === undefined ? 'chosen' : 'one row'}`;
    const fits = Array.from({ length: sets }, (_, i) =>
      fitExpectation(answers(20_000 + i, 900), { ...names, resamples: 100, priorSize }),
    );
    const numbers = fits.map(({ base, weights }) => [
      { ...base, off: base.level - truth.level, true: truth.level },
      ...weights.map((one) => {
        const real = truth.weights[one.stage][one.factor] as number;
        return { ...one, off: one.weight - real, true: real };
      }),
    ]);
    const places = [...(numbers[0] ?? []).keys()];
    const of = (place: number) => numbers.map((all) => all[place] as NonNullable<(typeof all)[0]>);
    const cover = places.map((place) =>
      mean(
        of(place).map(({ interval, true: real }) =>
          interval !== null && interval.low <= real && real <= interval.high ? 1 : 0,
        ),
      ),
    );
    const off = (place: number) => Math.abs(mean(of(place).map((one) => one.off)));
    const inErrors = places.map((p) => off(p) / mean(of(p).map((one) => one.standardError ?? 0)));
    const inErrorsOfMean = places.map(
      (p) => off(p) / (spread(of(p).map((one) => one.off)) / Math.sqrt(sets)),
    );
    return [
      row(room, name, 'least coverage of a 95% interval', Math.min(...cover)),
      row(room, name, 'greatest coverage of a 95% interval', Math.max(...cover)),
      row(room, name, 'greatest mean error, in standard errors of a fit', Math.max(...inErrors)),
      row(
        room,
        name,
        'mean errors beyond two standard errors of the mean, of 13',
        inErrorsOfMean.filter((z) => z > 2).length,
      ),
    ];
  });
}

/** A weight of 0 in truth. */
function atBoundary(): readonly Row[] {
  const weights = {
    ...truth.weights,
    'long-term': { base: 0.4, longTermExperience: 0.6, wordOfMouth: 0, ownJudgement: 0 },
  };
  const found = Array.from({ length: 100 }, (_, i) =>
    fitExpectation(answers(40_000 + i, 900, { weights }), {
      ...names,
      resamples: 100,
      priorSize: 1,
    }),
  ).map(({ weights: all }) =>
    all.find(({ stage, factor }) => stage === 'long-term' && factor === 'wordOfMouth'),
  );
  const name = '100 made-up sets, a weight that is 0';
  const share = (test: (one: (typeof found)[number]) => boolean) =>
    mean(found.map((one) => (test(one) ? 1 : 0)));
  return [
    row(
      room,
      name,
      'share estimated as 0',
      share((one) => one?.weight === 0),
    ),
    row(
      room,
      name,
      'share of intervals that hold 0',
      share((one) => one?.interval?.low === 0),
    ),
  ];
}

/** From how many rows on learning beats the default, and how far weights are off. */
function byRows(): readonly Row[] {
  return [30, 100, 300, 1000, 3000].flatMap((count) => {
    const fits = Array.from({ length: 10 }, (_, i) =>
      fitExpectation(answers(60_000 + i, count, { missing: 0 }), { ...names, resamples: 100 }),
    );
    const loss = (form: string) =>
      mean(
        fits.map(({ comparison }) => comparison.find((one) => one.form === form)?.loss as number),
      );
    const off = fits.map(({ weights }) =>
      Math.max(
        ...weights.map((one) =>
          Math.abs(one.weight - (truth.weights[one.stage][one.factor] as number)),
        ),
      ),
    );
    const name = `made-up answers, ${count} rows`;
    return [
      row(room, name, 'squared error, default', loss('default')),
      row(room, name, 'squared error, one weighting', loss('pooled')),
      row(room, name, 'squared error, by stage', loss('by-stage')),
      row(room, name, 'squared error, regression', loss('regression')),
      row(room, name, 'greatest error of a weight', mean(off)),
      row(
        room,
        name,
        'share recommending by stage',
        mean(fits.map(({ recommended }) => (recommended === 'by-stage' ? 1 : 0))),
      ),
    ];
  });
}

const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;
const spread = (x: readonly number[]) => Math.sqrt(mean(x.map((one) => (one - mean(x)) ** 2)));
