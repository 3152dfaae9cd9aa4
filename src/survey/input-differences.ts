import * as z from 'zod/mini';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { notEnough, refuse } from '../input/refusal';
import { rowOf } from '../input/rows';

/** Up to where whole numbers are exact. */
const atMost = 1e15;
const whole = `a whole number from 1 to ${atMost}`;
const size = z.int(whole).check(z.gte(1, whole), z.lte(atMost, whole));
const counted = 'a whole number from 0 to n: a count, not a share';

interface ShareCount {
  readonly count: number;
  readonly n: number;
}
interface KeptCount {
  readonly kept: number;
  readonly due: number;
}

/** How many of how many; what carries more, such as a result, is taken as it is, and of a kept rate kept of due. */
export const shareCountSchema = readWith((given: ShareCount | KeptCount): ShareCount => {
  const { kept, due, count } = Object(given) as Partial<ShareCount & KeptCount>;
  if (count !== undefined || (kept === undefined && due === undefined)) {
    return read(countSchema, given as ShareCount);
  }
  const { kept: keptOf, due: dueOf } = read(keptSchema, given as KeptCount);
  return { count: keptOf, n: dueOf };
});

const promisesText = 'a whole number from 1: promises must have fallen due';
const keptText = 'a whole number from 0 to due';
const keptSchema = once(() =>
  z
    .looseObject({
      kept: z.int(keptText).check(z.gte(0, keptText)),
      due: z.int(promisesText).check(z.gte(1, promisesText), z.lte(atMost, whole)),
    })
    .check(z.refine(({ kept, due }) => kept <= due, { error: keptText, path: ['kept'] })),
);

const countSchema = once(() =>
  rowOf({ count: z.int(counted).check(z.gte(0, counted)), n: size }).check(
    z.check(({ value: { count, n }, issues }) => {
      if (count <= n) return;
      const message = `a whole number from 0 to ${n}: no more than there are`;
      issues.push({ code: 'custom', input: count, path: ['count'], message });
    }),
  ),
);

const score = 'a score from -1 to 1';
const error = 'a standard error from 0 to 1';
export const netPromoterSummarySchema = once(() =>
  rowOf({
    score: z.number().check(z.gte(-1, score), z.lte(1, score)),
    standardError: z.number().check(z.gte(0, error), z.lte(1, error)),
  }),
);

const amount = 'a number from -1e100 to 1e100';
const spread = 'a standard deviation from 0 to 1e100';
const meanShape = once(() =>
  rowOf({
    n: z
      .int('a whole number from 0')
      .check(z.gte(0, 'a whole number from 0'), z.lte(atMost, whole)),
    mean: z.nullable(z.number().check(z.gte(-1e100, amount), z.lte(1e100, amount))),
    sd: z.nullable(z.number().check(z.gte(0, spread), z.lte(1e100, spread))),
  }),
);

/** A mean that was estimated: of too few answers it has no spread. */
export const meanSummarySchema = once(() =>
  z.pipe(
    meanShape(),
    readWith(({ n, mean, sd }: { n: number; mean: number | null; sd: number | null }) => {
      if (n < 2) notEnough('n', { needed: 2, available: n }, 'a mean whose spread is known');
      if (mean !== null && sd !== null) return { n, mean, sd };
      return refuse(
        mean === null ? 'mean' : 'sd',
        null,
        'a number: ask for a mean with `leastAnswers` below its answers',
      );
    }),
  ),
);
