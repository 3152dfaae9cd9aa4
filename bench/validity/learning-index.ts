import {
  fitSatisfaction,
  type SatisfactionColumns,
  type SatisfactionFitOptions,
  type SatisfactionModel,
} from 'overdeliver';
import {
  imageSatisfaction,
  predictSatisfactions,
  surveySatisfaction,
  valueSatisfaction,
} from 'overdeliver/satisfaction';
import {
  europeanIndexPaths,
  fitIndexModel,
  type Instrument,
  type SurveyResponse,
} from 'overdeliver/survey';
import { names, trio, trioPaths, trioResponses, trioTruth } from '../../test/survey/index-world';
import { type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { readTable, type TableRow } from './data';

const room = 'learning';

/** The questions of the survey by construct. */
const stems = {
  image: ['IMAG1', 'IMAG2', 'IMAG3', 'IMAG4', 'IMAG5'],
  expectation: ['CUEX1', 'CUEX2', 'CUEX3'],
  quality: ['PERQ1', 'PERQ2', 'PERQ3', 'PERQ4', 'PERQ5', 'PERQ6', 'PERQ7'],
  value: ['PERV1', 'PERV2'],
  satisfaction: ['CUSA1', 'CUSA2', 'CUSA3'],
  complaints: ['CUSCO'],
  loyalty: ['CUSL1', 'CUSL2', 'CUSL3'],
} as const;

const instrument: Instrument = {
  id: 'mobi',
  items: Object.entries(stems).flatMap(([dimension, ids]) =>
    ids.map(
      (id) => ({ kind: 'scale', id, text: id, scale: { min: 1, max: 10 }, dimension }) as const,
    ),
  ),
};

/** What the reference software gives, in the order of europeanIndexPaths, and the shares explained. */
const reference = {
  paths: [
    0.50491, 0.55675, 0.04999, 0.5583, 0.17874, 0.06252, 0.51202, 0.19477, 0.52807, 0.19576,
    0.48548, 0.06693,
  ],
  r2: {
    expectation: 0.2549,
    quality: 0.31,
    value: 0.3453,
    satisfaction: 0.6811,
    complaints: 0.2789,
    loyalty: 0.4569,
  } as Readonly<Record<string, number>>,
};

function onSurvey(table: readonly TableRow[]): readonly Row[] {
  const responses: readonly SurveyResponse[] = table.map((answers, i) => ({
    respondent: `${i}`,
    answers: Object.fromEntries(Object.entries(answers).map(([id, x]) => [id, Number(x)])),
  }));
  const start = performance.now();
  const fit = fitIndexModel(instrument, responses, {
    ...names,
    paths: europeanIndexPaths,
    resamples: 2000,
  });
  const seconds = (performance.now() - start) / 1000;
  const off = fit.paths.map(({ effect }, i) => Math.abs(effect - (reference.paths[i] as number)));
  const offR2 = fit.constructs.flatMap(({ construct, r2 }) =>
    r2 === null ? [] : [Math.abs(r2 - (reference.r2[construct] as number))],
  );
  const name = 'ecsi-mobi.csv, the European index';
  return [
    row(room, name, 'greatest difference of a path from the reference', Math.max(...off)),
    row(room, name, 'greatest difference of an R2 from the reference', Math.max(...offR2)),
    row(room, name, 'paths whose sign is stable', fit.paths.filter(({ stable }) => stable).length),
    row(room, name, 'seconds, 2,000 resamples', seconds),
  ];
}

const form = (covariates: readonly string[]): SatisfactionFitOptions['form'] => ({
  answers: { min: 1, max: 10 },
  dimensions: {
    level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
  },
  covariates: Object.fromEntries(covariates.map((name) => [name, 'identity' as const])),
});

/** How well persons' satisfaction is foreseen with value and image, five-fold over persons; and whether the sets are what a fit finds. */
function setsOf(table: readonly TableRow[]): readonly Row[] {
  const mean = (ids: readonly string[], one: TableRow) =>
    (100 * ids.reduce((sum, id) => sum + Number(one[id]) - 1, 0)) / (9 * ids.length);
  const column = (of: keyof typeof stems) =>
    Float64Array.from(table, (one) => mean(stems[of], one));
  const [perceived, satisfied] = [column('quality'), column('satisfaction')];
  const all = { value: column('value'), image: column('image') };
  const everyone = [...satisfied.keys()];
  const columnsOf = (
    who: readonly number[],
    covariates: readonly string[],
    times: number,
  ): SatisfactionColumns => {
    const part = (numbers: Float64Array) =>
      Float64Array.from(who.flatMap((i) => Array<number>(times).fill(numbers[i] as number)));
    return {
      dimensions: { level: { perceived: part(perceived) } },
      covariates: Object.fromEntries(
        covariates.map((name) => [name, part(all[name as keyof typeof all])]),
      ),
    };
  };
  const answers = (who: readonly number[]) =>
    who.flatMap((i) => stems.satisfaction.map((id) => Number(table[i]?.[id])));
  const fitted = (who: readonly number[], covariates: readonly string[]) =>
    fitSatisfaction(columnsOf(who, covariates, 3), answers(who), {
      id: 'bench',
      setting: 'bench',
      data: 'bench',
      licence: '',
      form: form(covariates),
      folds: 0,
    }).model;
  const heldOut = (covariates: readonly string[], seed: number) => {
    const next = uniforms(seed);
    const drawn = everyone.map(() => next());
    const order = [...everyone].sort((a, b) => (drawn[a] as number) - (drawn[b] as number));
    const foreseen = new Float64Array(everyone.length);
    for (let out = 0; out < 5; out++) {
      const isOut = new Set(order.filter((_, place) => place % 5 === out));
      const model = fitted(
        everyone.filter((i) => !isOut.has(i)),
        covariates,
      );
      const rest = [...isOut];
      const { score } = predictSatisfactions(columnsOf(rest, covariates, 1), { model });
      rest.forEach((i, place) => {
        foreseen[i] = score[place] as number;
      });
    }
    return fitness(foreseen, satisfied);
  };
  const cases: readonly (readonly [
    string,
    readonly ('value' | 'image')[],
    SatisfactionModel | null,
  ])[] = [
    ['performance alone', [], null],
    ['with value', ['value'], valueSatisfaction],
    ['with value and image', ['value', 'image'], imageSatisfaction],
  ];
  const name = 'ecsi-mobi.csv, five-fold over persons, mean of ten deals';
  const scores = cases.flatMap(([what, covariates, shipped]) => {
    const folds = Array.from({ length: 10 }, (_, i) => heldOut(covariates, i + 1));
    const r2 = folds.reduce((sum, one) => sum + one.r2 / 10, 0);
    const r = folds.reduce((sum, one) => sum + one.r / 10, 0);
    const again = shipped && fitted(everyone, covariates);
    const off =
      again === null || shipped === null
        ? []
        : Object.entries(shipped.parameters).map(([key, { value }]) =>
            Math.abs(value - (again.parameters[key]?.value as number)),
          );
    return [
      row(room, name, `r, ${what}`, r),
      row(room, name, `R2, ${what}`, r2),
      ...(off.length > 0
        ? [
            row(
              room,
              name,
              `greatest difference from the set that ships, ${what}`,
              Math.max(...off),
            ),
          ]
        : []),
    ];
  });
  const usual = predictSatisfactions(
    { expected: column('expectation'), perceived },
    { model: surveySatisfaction },
  );
  return [
    ...scores,
    row(room, name, 'r of the default set, in sample', fitness(usual.score, satisfied).r),
  ];
}

function fitness(foreseen: Float64Array, real: Float64Array) {
  const mean = (x: Float64Array) => x.reduce((sum, one) => sum + one / x.length, 0);
  const [a, b] = [mean(foreseen), mean(real)];
  let [ab, aa, bb, rest] = [0, 0, 0, 0];
  foreseen.forEach((x, i) => {
    const y = real[i] as number;
    ab += (x - a) * (y - b);
    aa += (x - a) ** 2;
    bb += (y - b) ** 2;
    rest += (x - y) ** 2;
  });
  return { r: ab / Math.sqrt(aa * bb), r2: 1 - rest / bb };
}

/** Two hundred made-up surveys: what intervals cover, and how far paths are off on average. */
function recovery(): readonly Row[] {
  const sets = 200;
  return [150, 400].flatMap((count) => {
    const fits = Array.from({ length: sets }, (_, i) =>
      fitIndexModel(trio, trioResponses(30_000 + i, count), {
        ...names,
        paths: trioPaths,
        resamples: 300,
      }),
    );
    const name = `${sets} made-up surveys of ${count} respondents`;
    const found = trioTruth.map((real, p) => {
      const own = fits.map(({ paths }) => paths[p] as (typeof paths)[number]);
      const share = (test: (one: (typeof own)[number]) => boolean) =>
        own.filter(test).length / sets;
      const off = own.reduce((sum, { effect }) => sum + (effect - real) / sets, 0);
      const error = own.reduce((sum, { standardError }) => sum + standardError / sets, 0);
      return {
        cover: share(({ interval: { low, high } }) => low <= real && real <= high),
        off: Math.abs(off) / error,
      };
    });
    return [
      row(
        room,
        name,
        'least coverage of a 95% interval',
        Math.min(...found.map(({ cover }) => cover)),
      ),
      row(
        room,
        name,
        'greatest coverage of a 95% interval',
        Math.max(...found.map(({ cover }) => cover)),
      ),
      row(
        room,
        name,
        'greatest mean error, in standard errors of a fit',
        Math.max(...found.map(({ off }) => off)),
      ),
    ];
  });
}

/** The structure of a survey: on the customers of mobile phone networks, and of made-up surveys whose paths are known. */
export function learntIndex(): readonly Row[] {
  const table = readTable('ecsi-mobi.csv');
  return [...(table === null ? [] : [...onSurvey(table), ...setsOf(table)]), ...recovery()];
}
