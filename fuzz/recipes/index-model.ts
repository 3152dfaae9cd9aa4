import type { IndexModel, Instrument } from 'overdeliver/survey';
import type * as room from '../../src/survey/index';
import type { Random } from '../random';
import { share } from './pieces';
import type { Recipes } from './recipe';

const visit: Instrument = {
  id: 'visit',
  items: [
    ['q1', 'quality'],
    ['q2', 'quality'],
    ['v1', 'value'],
    ['s1', 'satisfaction'],
  ].map(([id = '', dimension]) => ({
    kind: 'scale',
    id,
    text: id,
    scale: { min: 1, max: 10 },
    dimension,
    reversed: id === 'v1',
  })),
};

const responses = (r: Random) =>
  r.list(r.int(12, 30), (i) => ({
    respondent: `p${i}`,
    answers: Object.fromEntries(
      visit.items.map(({ id }) => [id, r.flip(0.02) ? null : r.int(1, 10)] as const),
    ),
  }));

const model = (r: Random): IndexModel => {
  const known = { unit: 'share', range: [0, 1], status: 'fitted', source: 'a fuzzer' } as const;
  const first = r.real(0, 1);
  return {
    version: 1,
    id: 'ours/fuzz',
    setting: 'a fuzzer',
    fit: { data: 'none', licence: 'none', n: 50, converged: true },
    constructs: {
      quality: { q1: { ...known, value: first }, q2: { ...known, value: 1 - first } },
      value: { v1: { ...known, value: 1 } },
    },
    paths: [{ from: 'quality', to: 'value', ...known, value: r.real(-1, 1) }],
  };
};

export const indexModels = {
  fitIndexModel: (r) => [
    visit,
    responses(r),
    {
      paths: [
        ['quality', 'value'],
        ['quality', 'satisfaction'],
        ...(r.flip() ? [['value', 'satisfaction'] as const] : []),
      ],
      id: 'ours/fuzz',
      setting: 'a fuzzer',
      data: 'none',
      licence: 'none',
      resamples: 100,
      ...r.some({ seed: r.int(0, 9), confidence: share(r) }),
    },
  ],
  indexModelSchema: (r) => [model(r)],
  indexScores: (r) => [visit, responses(r), { model: model(r) }],
} satisfies Partial<Recipes<typeof room>>;
