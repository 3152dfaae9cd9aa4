import { beyondAt, logAgeOf } from './ages';
import { type Group, removeGroup } from './groups';
import { binOf, endOtherwiseAt, move } from './incidence';
import type { Memory } from './memories';
import * as order from './orders';
import { column } from './orders';
import { addFaded, centreOf, type State, weightAt } from './state';

/** An order leaves its group; a group that has taught nothing goes with it. */
export function leave({ groups }: State, group: Group): void {
  group.underWay--;
  if (group.underWay === 0 && group.effect.weight === 0) removeGroup(groups, group);
}

/** An order ends in another way than by finishing. */
export function endOtherwise(state: State, numbers: Float64Array, row: number, open: number): void {
  const { quick, long } = state.memories;
  const beyond = beyondAt(numbers, row, open);
  const endIn = (memory: Memory, place: number) => {
    const weight = weightAt(state, numbers[row + column.clock] as number, memory);
    const bin = binOf(logAgeOf(numbers, row, beyond, memory, centreOf(state)));
    move(memory.grid, numbers[row + place] as number, bin, weight);
    numbers[row + place] = bin;
    endOtherwiseAt(memory.grid, bin, weight);
  };
  endIn(quick, column.quickBin);
  endIn(long, column.longBin);
  addFaded(state.ends, state.clock, state.settings.numbers.slowHalfLives, 0);
}

/** It counts as lost from now on, and may still finish for a while. */
export function lose(state: State, row: number, open: number): void {
  const one = order.orderAt(state.orders, row);
  endOtherwise(state, one.numbers, 0, open);
  one.numbers[column.lostAt] = state.clock;
  order.removeOrder(state.orders, row);
  state.lost.set(one.id, one);
}
