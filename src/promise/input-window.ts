import * as z from 'zod/mini';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { functionOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import { slack } from '../numerics/nearly';
import { planShape } from './input';
import type { Held } from './window-ranks';
import type { WindowShape } from './window-shape';

const givenSchema = () =>
  z.strictObject({
    ...planShape,
    keepRate: z.optional(shareSchema),
    shape: z.optional(functionOf<WindowShape>('a function, such as narrowest')),
    late: z.optional(shareSchema),
    early: z.optional(shareSchema),
  });

type Given = z.infer<ReturnType<typeof givenSchema>>;

/** What a window is to hold, said in one of two ways. */
export const windowSchema = once(() =>
  z.pipe(
    givenSchema(),
    readWith((given: Given): Held & Pick<Given, 'round' | 'bestEffort'> => {
      const { keepRate, shape, late, early, ...quoting } = given;
      if (late === undefined && early === undefined) {
        if (keepRate !== undefined) return { keepRate, shape, sides: null, ...quoting };
        return refuse('keepRate', keepRate, 'a share to hold, or late and early', 'missing');
      }
      if (keepRate !== undefined || shape !== undefined) {
        const expected = 'either keepRate, perhaps with a shape, or late and early';
        return refuse('', given, expected, 'ambiguous');
      }
      if (late === undefined) return refuse('late', late, 'a share, as of early', 'missing');
      if (early === undefined) return refuse('early', early, 'a share, as of late', 'missing');
      const left = 1 - late - early;
      if (left > slack) return { keepRate: left, sides: { late, early }, ...quoting };
      return refuse('early', early, 'a share below 1 - late');
    }),
  ),
);
