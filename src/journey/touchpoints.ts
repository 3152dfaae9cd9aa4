import * as z from 'zod/mini';
import { read } from '../input/read';
import { notEnough, refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { anySchema } from '../input/schemas';
import { type Estimate, estimateOf, gapOf, type Rating } from './rating';

/** A situation, place or interface in which a customer meets the company (D30). */
export interface Touchpoint {
  readonly id: string;
  /** What may go wrong there (D31), in words or codes of your own. */
  readonly mayGoWrong?: readonly string[] | undefined;
}

/** A touchpoint, what customers expect there and what they get. */
export interface MeasuredTouchpoint extends Touchpoint {
  readonly expected: Rating;
  /** When both sides are arrays, the same people gave them, in the same order. */
  readonly received: Rating;
  /** How much it counts beside the others, 0 to 100; given for all or for none, which then count the same. */
  readonly importance?: number | undefined;
}

/** A touchpoint as read: both sides, their difference, and its share of the importance. */
export interface ReadTouchpoint {
  readonly id: string;
  readonly mayGoWrong: readonly string[];
  readonly share: number;
  readonly expected: Estimate;
  readonly received: Estimate;
  readonly gap: Estimate;
}

const idText = 'a name';
const importanceText = 'an importance from 0 to 100';
const touchpointsSchema = z.array(
  rowOf({
    id: z.string().check(z.minLength(1, idText)),
    mayGoWrong: z.optional(z.array(z.string())),
    importance: z.optional(
      z.number(importanceText).check(z.gte(0, importanceText), z.lte(100, importanceText)),
    ),
    expected: anySchema,
    received: anySchema,
  }),
);

/** Checks and reads the touchpoints of a journey, in their order. */
export function readTouchpoints(
  touchpoints: readonly MeasuredTouchpoint[],
): readonly ReadTouchpoint[] {
  const path = 'touchpoints';
  read(touchpointsSchema, touchpoints, path);
  if (touchpoints.length === 0) {
    notEnough(path, { needed: 1, available: 0 }, 'a journey');
  }
  const weights = allOrNone(path, 'importance', touchpoints);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) refuse(path, touchpoints, 'an importance above 0', 'out-of-range');
  const ids = new Set<string>();
  return touchpoints.map((touchpoint, i) => {
    const { id, mayGoWrong = [] } = touchpoint;
    const at = `${path}[${i}]`;
    if (ids.has(id)) refuse(`${at}.id`, id, 'an id of its own', 'duplicate-id');
    ids.add(id);
    const expected = estimateOf(`${at}.expected`, touchpoint.expected);
    const received = estimateOf(`${at}.received`, touchpoint.received);
    const gap = gapOf(at, touchpoint, expected, received);
    const share = (weights[i] as number) / total;
    return { id, mayGoWrong, share, expected, received, gap };
  });
}

/** The weights that all rows give, or 1 for each where none does: beside given ones, 1 would mean nothing. */
export function allOrNone<Name extends string>(
  path: string,
  name: Name,
  rows: readonly { readonly [K in Name]?: number | undefined }[],
): readonly number[] {
  const lacking = rows.findIndex((row) => row[name] === undefined);
  if (lacking >= 0 && rows.some((row) => row[name] !== undefined)) {
    refuse(`${path}[${lacking}].${name}`, undefined, 'one, since others give theirs', 'missing');
  }
  return rows.map((row) => row[name] ?? 1);
}
