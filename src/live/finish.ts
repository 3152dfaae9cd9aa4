import { beyondAt, logAgeOf, stretched } from './ages';
import { countDuration } from './common-durations';
import { checkGuess } from './first-guess';
import { followGroup } from './follow-group';
import type { Group } from './groups';
import { binOf, endOtherwiseAt, finishAt, lowest, move } from './incidence';
import { learn } from './learn';
import { type Memory, score, watch } from './memories';
import { column } from './orders';
import { addFaded, centreOf, type State, weightAt } from './state';

/** An order finishes: it is evidence, and everything learns from it. */
export function finish(
  state: State,
  numbers: Float64Array,
  row: number,
  group: Group,
  features: readonly number[] | null,
  open: number,
): void {
  const duration = open - (numbers[row + column.openStart] as number);
  checkGuess(state, numbers, row, duration);
  const { memories, clock, settings } = state;
  const { quick, long } = memories;
  const n = settings.numbers;
  followGroup(state, numbers, row, group);
  const beyond = beyondAt(numbers, row, open);
  finishIn(state, numbers, row, beyond, quick, column.quickBin);
  finishIn(state, numbers, row, beyond, long, column.longBin);
  const lostAt = numbers[row + column.lostAt] as number;
  if (!Number.isNaN(lostAt)) {
    addFaded(state.ends, clock, n.slowHalfLives, 0, -(2 ** ((lostAt - clock) / n.slowHalfLives)));
  }
  state.finishWeight += weightAt(state, numbers[row + column.clock] as number, quick);
  state.finished++;
  addFaded(state.ends, clock, n.slowHalfLives, 1);
  addFaded(state.duration, clock, n.slowHalfLives, duration);
  countDuration(state.common, duration, n);
  const quickQuote = numbers[row + column.quickQuote] as number;
  const longQuote = numbers[row + column.longQuote] as number;
  score(memories, quickQuote, longQuote, duration, settings.keepRate, n);
  // Ages of nothing are taken for the least.
  const least = stretched(lowest, numbers[row + column.stretch] as number, centreOf(state));
  const exact = Math.max(beyond - (numbers[row + column.drift] as number), least);
  learn(state, numbers, row, group, features, exact);
}

function finishIn(
  state: State,
  numbers: Float64Array,
  row: number,
  beyond: number,
  memory: Memory,
  place: number,
): void {
  const { grid } = memory;
  const weight = weightAt(state, numbers[row + column.clock] as number, memory);
  const from = numbers[row + place] as number;
  // It may have been counted as an end of another kind.
  if (!Number.isNaN(numbers[row + column.lostAt] as number)) endOtherwiseAt(grid, from, -weight);
  const z = logAgeOf(numbers, row, beyond, memory, centreOf(state));
  const bin = binOf(z);
  if (memory === state.memories.long) {
    watch(state.memories, from, bin, true, state.settings.numbers);
  }
  move(grid, from, bin, weight);
  finishAt(grid, bin, z, weight);
}
