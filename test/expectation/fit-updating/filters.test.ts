import type { UpdatingHistory } from 'overdeliver/expectation';
import { fitUpdating } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { once } from '../../../src/input/once';
import { deepFreeze } from '../../core/deep-freeze';
import { logLikelihoodOf, numbersOf } from './plain-filter';
import { names, panel } from './world';

const day = 86_400_000;

/** Customers of whom a third needs something, a third is offered something, and the others hear a promise. */
const histories: readonly UpdatingHistory[] = deepFreeze(
  panel(14, 9, { steps: 4 }).map((one, i) => {
    const last = Number(one.path.at(-1)?.at);
    const event = [
      { kind: 'need', need: 'safety', level: 88 } as const,
      { kind: 'competitorOffer', level: 86, ...(i % 2 === 0 ? { reliability: 0.6 } : {}) } as const,
      { kind: 'promise', level: 66, ...(i % 2 === 0 ? { sd: 12 } : {}) } as const,
    ][i % 3] as UpdatingHistory['path'][number]['event'];
    const predicted = 62 + ((i * 7) % 9);
    const desired = [88, 85, 76][i % 3] as number;
    const reported = { predicted, desired: desired + ((i * 5) % 7) - 3 };
    return {
      ...one,
      path: [
        ...one.path,
        { at: last + 3 * day, event: { kind: 'purchase' } as const },
        { at: last + 9 * day, event },
        { at: last + 12 * day, reported },
      ],
    };
  }),
);
const told = once(() => fitUpdating(histories, names));
const total = (of: 'predicted' | 'desired', more = {}) =>
  histories.reduce(
    (sum, one) => sum + logLikelihoodOf(one, { ...numbersOf(told()), ...more }, of),
    0,
  );

describe('the likelihood', () => {
  it('is that of a plain filter, of the predicted level and of both', () => {
    const desired = total('desired');
    expect(told().parameters.fit?.logLikelihood).toBeCloseTo(total('predicted') + desired, 2);
  });

  it.each([
    'experienceSd',
    'informationSd',
    'driftVariancePerDay',
    'desiredRise',
    'desiredHalfLifeDays',
  ] as const)('is highest at the %s that was found', (name) => {
    const { value, standardError } = told().numbers.find((one) => one.name === name) ?? {};
    if (value === undefined || standardError === null) return;
    const of = name.startsWith('desired') ? 'desired' : 'predicted';
    for (const by of [0.9, 1.1]) expect(total(of, { [name]: value * by })).toBeLessThan(total(of));
  });
});
