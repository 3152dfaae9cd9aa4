import type * as room from '../../src/satisfaction/index';
import type { Random } from '../random';
import { share } from './pieces';
import type { Recipes } from './recipe';
import { columnsFor, model, modelName, modelNamed } from './satisfactions';

const names = { id: 'ours/fuzz', setting: 'a fuzzer', data: 'none', licence: 'none' };

/** Rows of a model, and answers to them. */
function data(r: Random, rows = r.int(12, 30)) {
  const name = modelName(r);
  const { min, max } = modelNamed[name].answers;
  return { name, columns: columnsFor(r, name, rows), answers: r.list(rows, () => r.int(min, max)) };
}

function fittable(r: Random) {
  const rows = r.int(20, 40);
  const columns = columnsFor(r, 'marketplaceSatisfaction', rows);
  const answers = r.list(rows, () => r.int(1, 3));
  const form = {
    answers: { min: 1, max: 3 },
    dimensions: {
      time: {
        kind: 'time' as const,
        unit: 'days',
        terms: ['gain', 'loss'] as const,
        value: 'identity' as const,
      },
    },
  };
  const respondent = r.list(rows, (i) => i >> 1);
  return [
    columns,
    answers,
    {
      ...names,
      form,
      ...r.some({ confidence: share(r), respondent, folds: r.pick([0, 2, 5]), pool: r.flip() }),
    },
  ] as const;
}

export const satisfactionFit = {
  calibrationCurve: (r) => {
    const { name, columns, answers } = data(r);
    return [columns, answers, { model: model(name), upTo: 2, ...r.some({ groups: r.int(1, 4) }) }];
  },
  completeRows: (r) => {
    const { columns, answers } = data(r);
    return [columns, answers.map((answer) => (r.flip(0.9) ? answer : null))];
  },
  explainChange: (r) => {
    const name = modelName(r);
    const period = () => ({ columns: columnsFor(r, name, 12) });
    return [period(), period(), { model: model(name), seed: r.int(0, 9), draws: 100 }];
  },
  fitSatisfaction: (r) => fittable(r),
  permuteExpectations: (r) => {
    const [columns, answers, options] = fittable(r);
    return [columns, answers, { ...options, seed: r.int(0, 9), shuffles: 20 }];
  },
  recalibrateSatisfaction: (r) => {
    const { name, columns, answers } = data(r, r.int(50, 80));
    const scale = r.some({ answers: { min: 0, max: r.int(10, 12) } });
    return [columns, answers, { ...names, model: model(name), ...scale }];
  },
  scoreSatisfaction: (r) => {
    const { name, columns, answers } = data(r);
    return [columns, answers, { model: model(name) }];
  },
} satisfies Partial<Recipes<typeof room>>;
