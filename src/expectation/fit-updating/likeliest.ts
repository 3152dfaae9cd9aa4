import type { Axis } from './axes';
import { climb, type Held, type LogLikelihoods, numbersAt, startOn } from './climb';
import { errorsByCustomer } from './errors-by-customer';
import { learntNumber } from './learnt-number';
import type { UpdatingNumber } from './updating-types';

/** Numbers by maximum likelihood, and how sure they are. */
export interface Likeliest<Name extends string> {
  readonly numbers: readonly UpdatingNumber<Name>[];
  /** As the likelihood takes them. */
  readonly values: Readonly<Record<Name, number>>;
  readonly atBoundary: readonly Name[];
  /** Numbers of which the reports say nothing. */
  readonly open: readonly Name[];
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** A log likelihood that falls by less says nothing. */
const nothing = 0.01;

/**
 * The likeliest numbers within their ranges. One that ends on a bound is held there. One of which the reports say nothing keeps its
 * start: that does as well as the bound, or its standard error is half its range.
 */
export function likeliest<Name extends string>(
  likelihoods: LogLikelihoods<Name>,
  axes: readonly Axis<Name>[],
  fixed: Held<Name>,
  confidence: number,
): Likeliest<Name> {
  const ends = new Map<Name, number>();
  const open = new Map<Name, number>();
  const place = new Map(axes.map((axis) => [axis.name, startOn(axis)]));
  const climbed = (...kept: readonly Held<Name>[]) => {
    const held = new Map([fixed, ends, open, ...kept].flatMap((one) => [...one]));
    const free = axes.filter(({ name }) => !held.has(name));
    const from = free.map(({ name }) => place.get(name) as number);
    return { held, free, top: climb(likelihoods, free, held, from) };
  };
  let here = climbed();
  for (;;) {
    const { top, free } = here;
    free.forEach((axis, i) => {
      place.set(axis.name, top.at[i] as number);
    });
    const atStart = ({ name, start }: Axis<Name>) => climbed(new Map([[name, start]]));
    const doesAsWell = (one: typeof here) => top.value - one.top.value < nothing;
    const stuck =
      unsettled(top, free) ??
      // Where some numbers hang together, one of them is to be held.
      (top.converged ? undefined : free.find((axis) => doesAsWell(atStart(axis))));
    if (stuck === undefined) break;
    const kept = atStart(stuck);
    const at = place.get(stuck.name) as number;
    if (Math.abs(at) < 1 || doesAsWell(kept)) {
      open.set(stuck.name, stuck.start);
      here = kept;
    } else {
      ends.set(stuck.name, at > 0 ? stuck.high : stuck.low);
      here = climbed();
    }
  }
  const { held, free, top } = here;
  const errors = errorsByCustomer(likelihoods, here);
  const numbers = axes.flatMap((axis): UpdatingNumber<Name>[] => {
    const i = free.indexOf(axis);
    if (i >= 0) return [learntNumber(axis, top.at[i] as number, errors[i] as number, confidence)];
    const value = held.get(axis.name) as number;
    const isLowest = ends.has(axis.name) && value === axis.low;
    return [
      {
        name: axis.name,
        value: isLowest ? axis.lowest : value,
        standardError: null,
        interval: null,
      },
    ];
  });
  return {
    numbers,
    values: numbersAt(free, top.at, held),
    atBoundary: [...ends.keys()],
    open: [...open.keys()],
    logLikelihood: top.value,
    converged: top.converged,
  };
}

/** A number on its bound, or else the one least known, where its error is half its range. */
function unsettled<Name extends string>(
  { at, variances }: ReturnType<typeof climb>,
  free: readonly Axis<Name>[],
): Axis<Name> | undefined {
  const ended = free.find((_, i) => Math.abs(at[i] as number) >= 1);
  const widest = Math.max(...variances);
  return ended ?? (widest >= 1 ? free[variances.indexOf(widest)] : undefined);
}
