import { expect, it } from 'vitest';
import { learnerOf, learners } from './learners';
import { exported, parameterSets } from './parameter-sets';

const assumed = parameterSets.flatMap(([name, { parameters }]) =>
  Object.entries(parameters)
    .filter(([, { status }]) => status === 'assumed')
    .map(([number]) => [name, number] as const),
);

it.each(assumed)(
  '%s %s is learnt by an exported function, or it is said why not',
  (set, number) => {
    const learner = learnerOf(set, number);
    if (learner && 'by' in learner) expect(exported[learner.by]).toBeTypeOf('function');
    else expect(learner?.why).toMatch(/^none/);
  },
);

it('speaks of the sets and numbers that there are', () => {
  const sets = Object.fromEntries(parameterSets);
  expect(Object.keys(learners).sort()).toEqual(Object.keys(sets).sort());
  for (const [name, { but = {} }] of Object.entries(learners)) {
    expect(Object.keys(sets[name]?.parameters ?? {}), name).toEqual(
      expect.arrayContaining(Object.keys(but)),
    );
  }
});
