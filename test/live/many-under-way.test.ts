import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { parametersSchema } from '../../src/core/input';
import { read } from '../../src/input/read';
import { advance } from '../../src/live/advance';
import { addGroup } from '../../src/live/groups';
import { aroundTheClock } from '../../src/live/open-clock';
import * as order from '../../src/live/orders';
import { column } from '../../src/live/orders';
import { newState } from '../../src/live/state';
import { minute } from './stream';

const { numbers } = read(parametersSchema(promiserDefaults), undefined);

/** A state of so many orders that started at 0 and are expected to take 40 minutes, none of which was seen. */
function under(size: number) {
  const state = newState({
    unit: 'minutes',
    keepRate: 0.9,
    least: 9,
    typical: 40,
    parameters: '',
    numbers,
    clock: aroundTheClock,
    calendar: null,
    round: null,
    lateness: 0,
  });
  const group = addGroup(state.groups, 'one', {
    weight: 0,
    squares: 0,
    mean: 0,
    scatter: 0,
    clock: 0,
    counted: 0,
  });
  const { draft } = state.orders;
  draft.fill(0);
  draft[column.logEstimate] = Math.log(40 * minute);
  draft[column.stretch] = 1;
  draft[column.lostAt] = Number.NaN;
  for (let i = 0; i < size; i++) {
    order.addOrder(state.orders, `${i}`, group, null);
    group.underWay++;
  }
  return state;
}

type State = ReturnType<typeof under>;
/** The rows that were seen to have grown older. */
const seen = ({ orders }: State) =>
  Array.from({ length: orders.size }, (_, row) => row).filter((row) => {
    const at = order.offsetAt(row);
    return (order.numbersAt(orders, row)[at + column.quickBin] as number) > 0;
  });
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('of orders under way', () => {
  it('up to two thousand are seen all at once, when an eighth of them could have been', () => {
    const state = under(2000);
    for (let i = 1; i < 250; i++) advance(state, minute);
    expect(state.seen).toBe(249 * 8);
    expect(seen(state)).toEqual([]);
    advance(state, minute);
    expect(seen(state)).toHaveLength(2000);
    expect([state.seen, state.cursor, state.looked]).toEqual([0, 2000, minute]);
  });

  it('up to two thousand are seen at once when an eighth of a mean duration is gone', () => {
    const state = under(2000);
    advance(state, 5 * minute);
    expect(seen(state)).toEqual([]);
    advance(state, 5 * minute + 1);
    expect(seen(state)).toHaveLength(2000);
    expect([state.seen, state.looked]).toEqual([0, 5 * minute + 1]);
  });

  it('of more, six are seen at each event, and all in turn', () => {
    const state = under(2004);
    for (let i = 1; i <= 3; i++) {
      advance(state, minute);
      expect(seen(state)).toEqual(upTo(0, 6 * i));
      expect([state.seen, state.cursor]).toEqual([6 * i, 6 * i]);
    }
    for (let i = 4; i <= 333; i++) advance(state, minute);
    expect([state.seen, state.cursor, state.looked]).toEqual([1998, 1998, 0]);
    advance(state, minute);
    // All were seen, and what they tell is looked at.
    expect(seen(state)).toHaveLength(2004);
    expect([state.seen, state.cursor, state.looked]).toEqual([0, 2004, minute]);
    advance(state, minute);
    expect(state.cursor).toBe(6);
  });

  it('of more, 48 are seen where time has passed, and looked at when it were two thousand', () => {
    const state = under(5000);
    for (let i = 1; i <= 41; i++) advance(state, 6 * minute);
    expect(seen(state)).toEqual(upTo(0, 41 * 48));
    expect([state.seen, state.looked]).toEqual([41 * 48, 0]);
    advance(state, 6 * minute);
    expect([state.seen, state.looked]).toEqual([0, 6 * minute]);
    expect(seen(state)).toHaveLength(42 * 48);
    // Two thousand are enough.
    state.seen = 2000 - 48;
    advance(state, 12 * minute);
    expect([state.seen, state.looked]).toEqual([0, 12 * minute]);
  });

  it('one that is lost leaves its row to the last, which is seen next', () => {
    const state = under(5);
    // Four mean durations, and more than twice the longest that was seen.
    advance(state, 160 * minute);
    expect(state.lost.size).toBe(0);
    advance(state, 160 * minute + 1);
    expect([...state.lost.keys()]).toEqual(['0', '4', '3', '2', '1']);
    expect(state.orders.size).toBe(0);
  });
});

it.each([
  [100, 400],
  [Number.NaN, 160],
])('one that was promised %s minutes is lost after %s', (promised, minutes) => {
  const state = under(1);
  order.numbersAt(state.orders, 0)[column.promised] = promised * minute;
  advance(state, minutes * minute);
  expect(state.lost.size).toBe(0);
  advance(state, minutes * minute + 1);
  expect(state.lost.size).toBe(1);
});

it('none is lost while all get slower, or where one took half as long', () => {
  const slower = under(3);
  slower.memories.slowdown = numbers.slowdownAlarm;
  const tailed = under(3);
  // A log age of log 3: three mean durations.
  tailed.memories.long.longest = Math.log(3);
  for (const state of [slower, tailed]) advance(state, 200 * minute);
  expect([slower.lost.size, tailed.lost.size]).toEqual([0, 0]);
  advance(tailed, 240 * minute + 1);
  expect(tailed.lost.size).toBe(3);
});

it('of those that were lost and may finish no more, eight go at an event', () => {
  const state = under(12);
  advance(state, 161 * minute);
  expect(state.lost.size).toBe(12);
  state.clock = numbers.slowHalfLives;
  advance(state, 161 * minute);
  expect(state.lost.size).toBe(12);
  state.clock = numbers.slowHalfLives + 1e-9;
  advance(state, 161 * minute);
  expect([...state.lost.keys()]).toEqual(['4', '3', '2', '1']);
  advance(state, 161 * minute);
  expect(state.lost.size).toBe(0);
  expect(state.groups.list).toEqual([]);
});

describe('time', () => {
  it('moves on, and stays where it is for what is told late', () => {
    const state = under(1);
    advance(state, 7);
    advance(state, 5);
    expect(state.now).toBe(7);
  });
});
