import {
  fitSatisfaction,
  marketplaceSatisfaction,
  type SatisfactionColumns,
  type SatisfactionFitOptions,
  type SatisfactionModel,
} from 'overdeliver';
import {
  calibrationCurve,
  permuteExpectations,
  predictSatisfactions,
  type SatisfactionForm,
} from 'overdeliver/satisfaction';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { readTable } from './data';
import { marketplaceOrders } from './marketplace';

const named = { id: 'bench', setting: 'bench', data: 'bench', licence: '' };
type Form = SatisfactionFitOptions['form'];

const hindsight: Form = {
  answers: { min: 1, max: 5 },
  dimensions: {
    time: {
      kind: 'time',
      unit: 'days',
      terms: ['performance', 'gain', 'loss', 'broken'],
      value: 'capped',
    },
  },
  parameters: { 'time.cap': 4 },
};
const withOrder: Form = {
  ...marketplaceSatisfaction,
  covariates: { items: 'log', sellers: 'log', price: 'log', freight: 'identity' },
};

/** The ranked probability score and log loss of a model on rows. */
function scored(model: SatisfactionModel, columns: SatisfactionColumns, stars: Float64Array) {
  const { utility } = predictSatisfactions(columns, { model });
  const thresholds = [1, 2, 3, 4].map((k) => model.parameters[`threshold.${k}`]?.value as number);
  let rps = 0;
  let log = 0;
  utility.forEach((u, i) => {
    const upTo = [...thresholds.map((t) => 1 / (1 + Math.exp(u - t))), 1];
    const k = (stars[i] as number) - 1;
    rps += thresholds.reduce((s, _, j) => s + ((upTo[j] as number) - (k <= j ? 1 : 0)) ** 2, 0) / 4;
    log -= Math.log((upTo[k] as number) - (upTo[k - 1] ?? 0));
  });
  return { rps: rps / stars.length, logLoss: log / stars.length };
}

function take(columns: SatisfactionColumns, from: number, to: number): SatisfactionColumns {
  const cut = (part: unknown): unknown => {
    if (part instanceof Float64Array || part instanceof Uint8Array) return part.slice(from, to);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, cut(value)]));
  };
  return cut(columns) as SatisfactionColumns;
}

function marketplace(): readonly Row[] {
  const orders = marketplaceOrders();
  if (orders === null) return [];
  const { time, covariates, stars } = orders;
  const cases: readonly [string, SatisfactionColumns, Form][] = [
    ['lateness and duration in hindsight', orders.hindsight, hindsight],
    ['lateness, duration and still waiting, as the default set', time, marketplaceSatisfaction],
    [
      'the same with items, sellers, price, freight',
      { dimensions: { time }, covariates },
      withOrder,
    ],
  ];
  const first = Math.floor(0.7 * stars.length);
  const rows = cases.flatMap(([name, columns, form]) => {
    const fit = fitSatisfaction(columns, stars, { ...named, form });
    const early = fitSatisfaction(take(columns, 0, first), stars.slice(0, first), {
      ...named,
      form,
      folds: 0,
    });
    const later = take(columns, first, stars.length);
    const forward = scored(early.model, later, stars.slice(first));
    return [
      ...fit.comparison.flatMap((one) => [
        row('satisfaction', `marketplace, five-fold: ${name}`, `RPS, ${one.form}`, one.rps),
        row(
          'satisfaction',
          `marketplace, five-fold: ${name}`,
          `log loss, ${one.form}`,
          one.logLoss,
        ),
      ]),
      row('satisfaction', `marketplace, last 30% in time: ${name}`, 'RPS', forward.rps),
      row('satisfaction', `marketplace, last 30% in time: ${name}`, 'log loss', forward.logLoss),
    ];
  });
  const early = fitSatisfaction(take(time, 0, first), stars.slice(0, first), {
    ...named,
    form: marketplaceSatisfaction,
    folds: 0,
  });
  const curve = calibrationCurve(take(time, first, stars.length), stars.slice(first), {
    model: early.model,
    upTo: 2,
  });
  const whole = calibrationCurve(time, stars, { model: marketplaceSatisfaction, upTo: 2 });
  const deciles = (points: typeof curve, where: string) =>
    points.flatMap(({ predicted, observed }, i) => [
      row('satisfaction', `share of 1-2 stars, ${where}, decile ${i + 1}`, 'predicted', predicted),
      row('satisfaction', `share of 1-2 stars, ${where}, decile ${i + 1}`, 'observed', observed),
    ]);
  const off = Math.max(...whole.map(({ predicted, observed }) => Math.abs(predicted - observed)));
  return [
    ...rows,
    ...deciles(whole, 'default set'),
    row('satisfaction', 'share of 1-2 stars, default set', 'greatest miss of a decile', off),
    ...deciles(curve, 'last 30% in time'),
  ];
}

const levelForm = (terms: SatisfactionForm['dimensions'][string]['terms']): Form => ({
  answers: { min: 1, max: 10 },
  dimensions: { level: { kind: 'level', unit: 'points', terms, value: 'identity' } },
});

/** How the levels of several questions become one. */
type Weigh = (
  items: readonly Float64Array[],
  satisfied: Float64Array,
  kept: readonly number[],
) => number[];
const plain: Weigh = (items) => items.map(() => 1 / items.length);
/** The index's own weights (mode A): each question by how it goes together with satisfaction, among the rows kept. */
const modeA: Weigh = (items, satisfied, kept) => {
  const mean = (column: Float64Array) =>
    kept.reduce((sum, i) => sum + (column[i] as number), 0) / kept.length;
  const centre = mean(satisfied);
  const weights = items.map((item) => {
    const own = mean(item);
    return kept.reduce(
      (sum, i) => sum + ((item[i] as number) - own) * ((satisfied[i] as number) - centre),
      0,
    );
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

function survey(): readonly Row[] {
  const table = readTable('ecsi-mobi.csv');
  if (table === null) return [];
  const people = table.length;
  const items = (stem: string, count: number) =>
    Array.from({ length: count }, (_, q) =>
      Float64Array.from(table, (one) => (100 * (Number(one[`${stem}${q + 1}`]) - 1)) / 9),
    );
  const level = (columns: readonly Float64Array[], weights: readonly number[]) =>
    Float64Array.from({ length: people }, (_, i) =>
      Math.min(
        100,
        columns.reduce((sum, column, q) => sum + (weights[q] as number) * (column[i] as number), 0),
      ),
    );
  const [expects, perceives, feels] = [items('CUEX', 3), items('PERQ', 7), items('CUSA', 3)];
  const satisfied = level(feels, [1 / 3, 1 / 3, 1 / 3]);
  const everyone = [...satisfied.keys()];
  /** Each of a person's three answers is a row of its own. */
  const thrice = (who: readonly number[], column: Float64Array) =>
    Float64Array.from(who.flatMap((i) => [0, 1, 2].map(() => column[i] as number)));
  const answersOf = (who: readonly number[]) =>
    who.flatMap((i) => feels.map((item) => Math.round(1 + (9 * (item[i] as number)) / 100)));

  const correlation = (form: Form, weigh: Weigh, folds: number, seed: number) => {
    const foreseen = new Float64Array(people);
    const next = uniforms(seed);
    const drawn = everyone.map(() => next());
    const place = [...everyone].sort((i, j) => (drawn[i] as number) - (drawn[j] as number));
    const fold = new Map(place.map((who, i) => [who, i % folds]));
    for (let out = 0; out < folds; out++) {
      const isOut = (i: number) => fold.get(i) === out;
      const kept = everyone.filter((i) => !isOut(i));
      const expected = level(expects, weigh(expects, satisfied, kept));
      const perceived = level(perceives, weigh(perceives, satisfied, kept));
      const columns = { expected: thrice(kept, expected), perceived: thrice(kept, perceived) };
      const { model } = fitSatisfaction(columns, answersOf(kept), { ...named, form, folds: 0 });
      const { score } = predictSatisfactions({ expected, perceived }, { model });
      for (const i of everyone.filter(isOut)) foreseen[i] = score[i] as number;
    }
    return pearson(foreseen, satisfied);
  };
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const average = (form: Form, weigh: Weigh) =>
    seeds.reduce((sum, seed) => sum + correlation(form, weigh, 5, seed) / seeds.length, 0);
  const asymmetric = levelForm(['performance', 'gain', 'loss']);
  const linear = levelForm(['performance', 'gap']);
  const alone = levelForm(['performance']);
  const [expected, perceived] = [
    level(expects, plain(expects, satisfied, everyone)),
    level(perceives, plain(perceives, satisfied, everyone)),
  ];
  const columns = { expected: thrice(everyone, expected), perceived: thrice(everyone, perceived) };
  const respondent = everyone.flatMap((i) => [i, i, i]);
  const fit = fitSatisfaction(columns, answersOf(everyone), {
    ...named,
    form: asymmetric,
    respondent,
  });
  const control = permuteExpectations(
    { expected: columns.expected, perceived: columns.perceived },
    answersOf(everyone),
    { ...named, form: asymmetric, seed: 2018, shuffles: 200 },
  );
  const name = 'survey, five-fold over persons, mean of ten deals';
  return [
    row(
      'satisfaction',
      name,
      'r, form of the default set, plain means',
      average(asymmetric, plain),
    ),
    row('satisfaction', name, 'r, one slope, plain means', average(linear, plain)),
    row('satisfaction', name, 'r, perceived only, plain means', average(alone, plain)),
    row(
      'satisfaction',
      name,
      'r, form of the default set, index weights',
      average(asymmetric, modeA),
    ),
    row('satisfaction', name, 'r, one slope, index weights', average(linear, modeA)),
    ...fit.comparison.map((one) =>
      row('satisfaction', 'survey, five-fold over persons', `RPS, ${one.form}`, one.rps),
    ),
    ...control.flatMap(({ term, estimate, mean, sd, p }) => [
      row('satisfaction', `shuffled expectations, ${term}`, 'estimate', estimate),
      row(
        'satisfaction',
        `shuffled expectations, ${term}`,
        'mean over standard deviation',
        (mean as number) / (sd as number),
      ),
      row('satisfaction', `shuffled expectations, ${term}`, 'p', p as number),
    ]),
  ];
}

function pearson(one: Float64Array, other: Float64Array): number {
  const mean = (column: Float64Array) => column.reduce((sum, x) => sum + x, 0) / column.length;
  const [a, b] = [mean(one), mean(other)];
  let [ab, aa, bb] = [0, 0, 0];
  one.forEach((x, i) => {
    const y = other[i] as number;
    ab += (x - a) * (y - b);
    aa += (x - a) ** 2;
    bb += (y - b) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

export const satisfaction: Bench = {
  room: 'satisfaction',
  run: () => [...marketplace(), ...survey()],
};
