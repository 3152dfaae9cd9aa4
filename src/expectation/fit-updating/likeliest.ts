import type { Maximum } from '../../numerics/maximise';
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
  for (
    let stuck = unsettled(here.top, here.free);
    stuck !== undefined;
    stuck = unsettled(here.top, here.free)
  ) {
    const { name, start, low, high } = stuck;
    here.free.forEach((axis, i) => {
      place.set(axis.name, here.top.at[i] as number);
    });
    const kept = climbed(new Map([[name, start]]));
    const end = (place.get(name) as number) > 0 ? high : low;
    const isEnd = Math.abs(place.get(name) as number) >= 1;
    if (isEnd && here.top.value - kept.top.value >= nothing) {
      ends.set(name, end);
      here = climbed();
    } else {
      open.set(name, start);
      here = kept;
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
  { at, covariance }: Maximum,
  free: readonly Axis<Name>[],
): Axis<Name> | undefined {
  const ended = free.find((_, i) => Math.abs(at[i] as number) >= 1);
  if (ended !== undefined || covariance === null) return ended;
  const errors = free.map((_, i) => Math.sqrt(covariance[i * (free.length + 1)] as number));
  const widest = Math.max(...errors);
  return widest >= 1 ? free[errors.indexOf(widest)] : undefined;
}
