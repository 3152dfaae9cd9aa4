import { newEffect } from './effects';
import { enter } from './incidence';
import * as order from './orders';
import { column } from './orders';
import { addName } from './slopes';
import { newState, type State, weightAt } from './state';

/** Beyond so many times no guess is a mistake of the unit: there are 86 million milliseconds in a day. */
const mostScaled = 1e9;

/**
 * The first to finish tell whether the guess was one of another unit. Where it was off by far for each of them, all
 * estimates are scaled, what was learnt begins anew, and so does this, so that a few slips do not decide for good.
 */
export function checkGuess(state: State, numbers: Float64Array, row: number, took: number): void {
  const { first, scale, settings } = state;
  const { guessOrders, guessOff } = settings.numbers;
  // What takes no time tells of no unit.
  if (first.length >= guessOrders || !(took > 0)) return;
  first.push(took * Math.exp(-(numbers[row + column.logEstimate] as number)));
  if (first.length < guessOrders) return;
  const [least, most] = [Math.min(...first), Math.max(...first)];
  const off = least > guessOff ? least : most * guessOff < 1 ? most : 1;
  if (off === 1) return;
  const by = Math.max(guessOff ** -2, Math.min(guessOff ** 2, off));
  if (Math.abs(Math.log(scale * by)) < Math.log(mostScaled)) beginAnew(state, by, numbers, row);
}

/** Scales all estimates, and forgets what was learnt; the order that finishes may be one that counted as lost. */
function beginAnew(state: State, by: number, numbers: Float64Array, row: number): void {
  const { groups, orders, lost } = state;
  const { settings, now, clock, base, lastStart, looked, load, common } = state;
  const { names, origins } = state.slopes;
  const anew = newState(settings, state.scale * by);
  const { quick, long } = anew.memories;
  // Orders under way have their features in the order of these names.
  for (let i = 1; i < names.length; i++)
    addName(anew.slopes, names[i] as string, origins[i] as number);
  const time = { now, clock, base, lastStart, looked };
  Object.assign(state, anew, time, { load, common, groups, orders, lost });
  for (const { effect } of groups.list) Object.assign(effect, newEffect(state.clock));
  const restart = (one: Float64Array, at: number) => {
    one[at + column.logEstimate] = (one[at + column.logEstimate] as number) + Math.log(by);
    one[at + column.groupOffset] = 0;
    one[at + column.stretch] = 1;
    one[at + column.isNew] = 1;
    one[at + column.quickBin] = 0;
    one[at + column.longBin] = 0;
    one[at + column.quickQuote] = Number.NaN;
    one[at + column.longQuote] = Number.NaN;
    one[at + column.lostAt] = Number.NaN;
    const clock = one[at + column.clock] as number;
    enter(quick.grid, weightAt(state, clock, quick));
    enter(long.grid, weightAt(state, clock, long));
  };
  const wasLost = !Number.isNaN(numbers[row + column.lostAt] as number);
  for (let i = 0; i < orders.size; i++) restart(order.numbersAt(orders, i), order.offsetAt(i));
  if (wasLost) restart(numbers, row);
  // Those that counted as lost did so by the guess.
  for (const { id, group, features, numbers: own } of lost.values()) {
    restart(own, 0);
    orders.draft.set(own);
    order.addOrder(orders, id, group, features);
  }
  lost.clear();
}
