import type { Level } from '../../core/level';
import type { Fit } from '../../core/parameters';

/** What ratings of a touchpoint add to the log odds of being satisfied at a stage, beside its average there. */
export interface TouchpointEffects {
  /** Levels from 0 to 100, ascending, with what each adds; between two a straight line. */
  readonly levels: readonly { readonly level: Level; readonly logOdds: number }[];
  /** What not having rated it adds; null where every row rated it. */
  readonly unrated: number | null;
}

/** Who is satisfied, by stage and touchpoint: a logit. Plain JSON. */
export interface TouchpointModel {
  /** The version of the shape. */
  readonly version: 1;
  /** The model's id, which names its values for good. */
  readonly id: string;
  /** The setting that it was fitted in. */
  readonly setting: string;
  /** What it was fitted on, and how that went. */
  readonly fit: Pick<Fit, 'data' | 'licence' | 'n' | 'converged'>;
  /** The effects by stage. */
  readonly stages: Readonly<
    Record<
      string,
      {
        /** The log odds of a customer whose ratings add what they add on average. */
        readonly intercept: number;
        readonly touchpoints: Readonly<Record<string, TouchpointEffects>>;
      }
    >
  >;
}

/** A rating as shares of the two places it lies between, the last place being that of no rating. */
export function placesOf(
  levels: readonly Level[],
  rating: Level | null,
): readonly [below: number, above: number, share: number] {
  if (rating === null) return [levels.length, levels.length, 0];
  const above = levels.findIndex((level) => level >= rating);
  if (levels[above] === rating) return [above, above, 0];
  const [from, to] = [levels[above - 1] as number, levels[above] as number];
  return [above - 1, above, (rating - from) / (to - from)];
}
