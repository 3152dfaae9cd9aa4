import { fitSatisfaction, marketplaceSatisfaction, type SatisfactionModel } from 'overdeliver';
import {
  calibrationCurve,
  completeRows,
  explainChange,
  permuteExpectations,
  predictSatisfactions,
  recalibrateSatisfaction,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import { uniforms } from '../../uniforms';
import { columnOf, type GrowthCase, levelsOf, names } from './case';

const model: SatisfactionModel = marketplaceSatisfaction;
const columnsOf = (n: number) => ({
  promised: columnOf(n, 9, 1),
  actual: columnOf(n, 9, 2),
  unit: 'days' as const,
});
const answersOf = (n: number) => {
  const next = uniforms(3);
  return Float64Array.from({ length: n }, () => 1 + Math.floor(5 * Math.sqrt(next())));
};
const form = {
  answers: { min: 1, max: 5 },
  dimensions: {
    time: { kind: 'time', unit: 'percent', terms: ['gain', 'loss'], value: 'identity' },
  },
} as const;
const services = (n: number) => ({
  dimensions: { service: { expected: levelsOf(n, 1), perceived: levelsOf(n, 2) } },
});
const serviceForm = {
  answers: { min: 1, max: 5 },
  dimensions: {
    service: {
      kind: 'level',
      unit: 'points',
      terms: ['performance', 'gain', 'loss'],
      value: 'identity',
    },
  },
} as const;

/** What takes columns and the answers to them. */
const answered = (
  of: string,
  n: number,
  rows: GrowthCase['rows'],
  run: (columns: ReturnType<typeof columnsOf>, answers: Float64Array) => unknown,
): GrowthCase => ({
  of: [of],
  by: 'rows',
  n,
  ...(rows && { rows }),
  make: (count) => {
    const [columns, answers] = [columnsOf(count), answersOf(count)];
    return () => run(columns, answers);
  },
});

export const satisfactionCases: readonly GrowthCase[] = [
  answered('predictSatisfactions', 50_000, 'prediction', (columns) =>
    predictSatisfactions(columns),
  ),
  answered('scoreSatisfaction', 10_000, 'prediction', (columns, answers) =>
    scoreSatisfaction(columns, answers, { model }),
  ),
  answered('calibrationCurve', 10_000, 'prediction', (columns, answers) =>
    calibrationCurve(columns, answers, { model, upTo: 2 }),
  ),
  answered('completeRows', 20_000, 'prediction', (columns, answers) =>
    completeRows(columns, answers),
  ),
  answered('fitSatisfaction', 1000, 'fit', (columns, answers) =>
    fitSatisfaction(columns, answers, { form, ...names }),
  ),
  answered('recalibrateSatisfaction', 2000, 'fit', (columns, answers) =>
    recalibrateSatisfaction(columns, answers, { model, ...names }),
  ),
  {
    of: ['permuteExpectations'],
    by: 'rows, 20 shuffles',
    n: 200,
    make: (n) => {
      const [columns, answers] = [services(n), answersOf(n)];
      const options = { form: serviceForm, ...names, seed: 1, shuffles: 20 };
      return () => permuteExpectations(columns, answers, options);
    },
  },
  {
    of: ['explainChange'],
    by: 'rows, 100 draws',
    n: 200,
    make: (n) => {
      const [before, after] = [{ columns: columnsOf(n) }, { columns: columnsOf(n + 1) }];
      return () => explainChange(before, after, { model, seed: 1, draws: 100 });
    },
  },
];
