import { classifyStage } from 'overdeliver/expectation';
import { expect, it } from 'vitest';
import { tuned } from './given';

it('a part of a day in the settling-in time is as much of 24 hours, after the whole days', () => {
  const { settlingInEnds } = classifyStage(
    { firstPurchase: '2026-03-28T10:00:00Z', uses: [] },
    { asOf: '2026-03-29T00:00:00Z', parameters: tuned({ settlingInDays: 1.5 }) },
  );
  expect(settlingInEnds).toEqual(new Date('2026-03-29T22:00:00Z'));
});
