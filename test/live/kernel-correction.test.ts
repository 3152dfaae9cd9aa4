import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, type Pending, settle, watch } from '../../src/live/kernel-correction';
import { holds } from '../core/seeded';

const correctionOf = (...promises: readonly Pending[]) => {
  const correction = { share: 0, pending: [] as Pending[] };
  for (const promise of promises) watch(correction.pending, promise);
  return correction;
};
const promise = (due: number, state: Pending['state'], allowed = 0.1): Pending => ({
  due,
  allowed,
  state,
});

describe('the bounded correction', () => {
  it('lowers the miss rate to plan with by its share', () => {
    expect(corrected(0.1, 0)).toBe(0.1);
    expect(corrected(0.1, 0.15)).toBeCloseTo(0.085, 12);
    expect(corrected(0.1, -0.15)).toBeCloseTo(0.115, 12);
  });

  it('counts a promise when it is past its due, not before', () => {
    const correction = correctionOf(promise(10, 'open'), promise(20, 'kept'), promise(30, 'open'));
    settle(correction, 10, 0.1, 0.9);
    expect(correction.share).toBe(0);
    settle(correction, 10.5, 0.1, 0.9);
    expect(correction.share).toBeCloseTo(0.09, 12);
    settle(correction, 25, 0.1, 0.9);
    expect(correction.share).toBeCloseTo(0.08, 12);
    expect(correction.pending).toHaveLength(1);
  });

  it('leaves out what was withdrawn', () => {
    const correction = correctionOf(promise(10, 'withdrawn'));
    settle(correction, 11, 0.1, 0.9);
    expect(correction).toEqual({ share: 0, pending: [] });
  });

  it('stays within its bound on both sides', () => {
    const broken = correctionOf(...Array.from({ length: 50 }, () => promise(1, 'open')));
    settle(broken, 2, 0.1, 0.15);
    expect(broken.share).toBe(0.15);
    const kept = correctionOf(...Array.from({ length: 50 }, () => promise(1, 'kept', 0.5)));
    settle(kept, 2, 0.1, 0.15);
    expect(kept.share).toBe(-0.15);
  });

  it('counts promises in the order in which they fall due', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), (dues) => {
        const correction = correctionOf(...dues.map((due) => promise(due, 'kept')));
        for (let now = 0; now <= 31; now++) {
          settle(correction, now, 0.1, 0.9);
          const left = correction.pending.map(({ due }) => due).sort((a, b) => a - b);
          expect(left).toEqual(dues.filter((due) => due >= now).sort((a, b) => a - b));
        }
      }),
    );
  });
});
