import { adjustParameters, livePromiser, reviveLivePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { newEffect } from '../../src/live/effects';
import { addGroup, groupNamed, noGroups, removeGroup } from '../../src/live/groups';
import { at, dataOf } from './stream';

describe('groups', () => {
  it('stand side by side, the last in the place of one that is gone', () => {
    const groups = noGroups();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => addGroup(groups, name, newEffect(7))) as [
      never,
      never,
      never,
    ];
    removeGroup(groups, a);
    expect(groups.list).toEqual([c, b]);
    expect(groups.list.map((group) => group.at)).toEqual([0, 1]);
    removeGroup(groups, b);
    expect(groups.list).toEqual([c]);
    expect(['a', 'b', 'c'].map((name) => groupNamed(groups, name))).toEqual([
      undefined,
      undefined,
      c,
    ]);
    removeGroup(groups, c);
    expect(groups.list).toEqual([]);
    expect(groupNamed(groups, 'c')).toBeUndefined();
  });

  const names = (promiser: ReturnType<typeof livePromiser>) => dataOf(promiser).groups.names;

  it('that taught nothing go with their last order', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
    for (const id of ['a 1', 'a 2', 'b', 'c'])
      promiser.start({ id, at: at(0), group: id.slice(0, 1) });
    promiser.cancel({ id: 'a 1', at: at(1) });
    promiser.cancel({ id: 'b', at: at(1) });
    expect(names(promiser)).toEqual(['a', 'c']);
    promiser.lose({ id: 'a 2', at: at(2) });
    expect(names(promiser)).toEqual(['a', 'c']);
    promiser.cancel({ id: 'a 2', at: at(3) });
    promiser.finish({ id: 'c', at: at(4) });
    expect(names(promiser)).toEqual(['c']);
  });

  it('know after a revival who is under way', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
    for (const id of ['x', 'y']) promiser.start({ id, at: at(0), group: 'a' });
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    revived.cancel({ id: 'x', at: at(1) });
    expect(names(revived)).toEqual(['a']);
    revived.cancel({ id: 'y', at: at(1) });
    expect(names(revived)).toEqual([]);
  });

  it('that taught long ago go when the others are counted, unless an order of theirs is under way', () => {
    const parameters = adjustParameters(promiserDefaults, 'test/quick', {
      minOrders: 1,
      maxOrders: 1,
      groupHalfLives: 1.25,
      lostAfter: 1000,
      groupOrders: 1,
    });
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.5, typical: 10, parameters });
    const lived = (id: string, group: string, minutes: number) => {
      promiser.start({ id, at: at(minutes), group });
      promiser.finish({ id, at: at(minutes + 10) });
    };
    for (const [i, group] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) lived('x', group, 100 * i);
    promiser.start({ id: 'y', at: at(600), group: 'b' });
    const seen: string[][] = [];
    for (let i = 7; i < 21; i++) {
      lived('x', 'z', 100 * i);
      seen.push(names(promiser).sort());
    }
    // Half is forgotten with 1.25 orders: less than a thousandth is left of what 13 came after.
    expect(seen[0]).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'z']);
    expect(seen[3]).toContain('a');
    expect(seen.at(-1)).toEqual(['b', 'z']);
  });
});
