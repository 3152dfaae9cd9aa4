import fc from 'fast-check';
import { adjustParameters, livePromiser, promiserDefaults, reviveLivePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { experienced, happenings, kitchen, tell } from './stream';

const corrected = () =>
  livePromiser({
    unit: 'hours',
    keepRate: 0.9,
    typical: 0.7,
    parameters: adjustParameters(promiserDefaults, 'test/corrected', { correctionStep: 0.01 }),
  });
const copyOf = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a snapshot', () => {
  it('goes on from any point with the same answers to the last bit', () => {
    const all = happenings(700, { cancelled: 0.05, lost: 0.05, never: 0.02, seed: 4 });
    const cuts = fc.integer({ min: 0, max: all.length });
    holds(
      fc.property(cuts, fc.boolean(), (cut, correct) => {
        const promiser = correct ? corrected() : kitchen();
        tell(promiser, all.slice(0, cut));
        const revived = reviveLivePromiser(copyOf(promiser));
        expect(revived.toJSON()).toEqual(promiser.toJSON());
        expect(tell(revived, all.slice(cut))).toEqual(tell(promiser, all.slice(cut)));
        expect(revived.toJSON()).toEqual(promiser.toJSON());
      }),
      25,
    );
  });

  it('goes on after weights have been divided out', () => {
    const { promiser, now } = experienced(6000, { lost: 0.05 });
    expect(promiser.toJSON().counts.base).toBeGreaterThan(60);
    const revived = reviveLivePromiser(copyOf(promiser));
    expect(revived.quote({ at: now })).toEqual(promiser.quote({ at: now }));
  });

  it('is a copy, of plain JSON, with times in ISO 8601', () => {
    const { promiser, now } = experienced(100, { never: 0.1 });
    const snapshot = promiser.toJSON();
    const before = copyOf(snapshot);
    promiser.start({ id: 'x', at: now });
    promiser.finish({ id: 'x', at: new Date(now.getTime() + 1) });
    expect(copyOf(snapshot)).toEqual(before);
    expect(snapshot).toEqual(before);
    expect(snapshot).toMatchObject({
      kind: 'live-promiser',
      version: 1,
      unit: 'minutes',
      keepRate: 0.9,
      typical: 40,
      parameters: 'live/assumed-1',
      now: now.toISOString(),
    });
    expect(new Date(snapshot.orders.start[0] as string).toISOString()).toBe(
      snapshot.orders.start[0],
    );
  });

  it('keeps parameters that were changed', () => {
    const revived = reviveLivePromiser(copyOf(corrected()));
    expect(revived.toJSON().numbers.correctionStep).toBe(0.01);
    expect(revived.toJSON().parameters).toBe('test/corrected');
  });
});

describe('a snapshot that cannot be used', () => {
  const promiser = corrected();
  tell(promiser, happenings(60, { lost: 0.2, cancelled: 0.2, never: 0.2 }).slice(0, 80));
  const good = promiser.toJSON();
  /** What is said when one place of a good snapshot holds another value; undefined takes it out. */
  const refusalOf = (path: string, value: unknown) => {
    const json = copyOf(good);
    const keys = path.split('.');
    const last = keys.pop() as string;
    const holder = keys.reduce((inner, key) => inner[key], json);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    const { code, path: at, function: fn } = refusal(() => reviveLivePromiser(json));
    expect(fn).toBe('reviveLivePromiser');
    return [code, at];
  };

  it.each([
    ['version', 2, 'unknown-version', 'json.version'],
    ['version', 0, 'unknown-version', 'json.version'],
    ['version', '1', 'wrong-type', 'json.version'],
    ['version', undefined, 'missing', 'json.version'],
    ['kind', 'samples', 'unknown-name', 'json.kind'],
    ['unit', 'weeks', 'unknown-name', 'json.unit'],
    ['keepRate', 1, 'out-of-range', 'json.keepRate'],
    ['typical', 0, 'out-of-range', 'json.typical'],
    ['parameters', 7, 'wrong-type', 'json.parameters'],
    ['numbers.halfLife', -1, 'out-of-range', 'json.numbers.halfLife'],
    ['numbers.halfLife', undefined, 'missing', 'json.numbers.halfLife'],
    ['now', 'yesterday', 'wrong-type', 'json.now'],
    ['counts.clock', null, 'wrong-type', 'json.counts.clock'],
    ['counts.more', 1, 'unknown-name', 'json.counts.more'],
    ['durations.sum', null, 'wrong-type', 'json.durations.sum'],
    ['ends.weight', undefined, 'missing', 'json.ends.weight'],
    ['grid.exposure.3', null, 'wrong-type', 'json.grid.exposure[3]'],
    ['grid.others', [], 'length-mismatch', 'json.grid.others'],
    ['grid.incidence', undefined, 'wrong-type', 'json.grid.incidence'],
    ['surge.rate', '1', 'wrong-type', 'json.surge.rate'],
    ['slopeSums', [1, 2], 'length-mismatch', 'json.slopeSums'],
    ['groups.name.1', 7, 'wrong-type', 'json.groups.name[1]'],
    ['groups.sum', [], 'length-mismatch', 'json.groups.sum'],
    ['groups.weight.0', 'x', 'wrong-type', 'json.groups.weight[0]'],
    ['pool.variance', 'x', 'wrong-type', 'json.pool.variance'],
    ['pending.state.0', 'broken', 'unknown-name', 'json.pending.state[0]'],
    ['pending.due.0', null, 'wrong-type', 'json.pending.due[0]'],
    ['pool', 7, 'wrong-type', 'json.pool'],
    ['pool', undefined, 'missing', 'json.pool'],
    ['orders.id', 7, 'wrong-type', 'json.orders.id'],
    ['orders.id.0', 7, 'wrong-type', 'json.orders.id[0]'],
    ['orders.id.1', good.orders.id[0], 'duplicate-id', 'json.orders.id[1]'],
    ['orders.group.0', null, 'wrong-type', 'json.orders.group[0]'],
    ['orders.start.0', '2026-03-02', 'wrong-type', 'json.orders.start[0]'],
    ['orders.start.0', '2999-03-02T00:00:00.000Z', 'wrong-type', 'json.orders.start[0]'],
    ['orders.place.0', 1e6, 'out-of-range', 'json.orders.place[0]'],
    ['orders.promised.0', 'x', 'wrong-type', 'json.orders.promised[0]'],
    ['orders.pending.0', 1e6, 'out-of-range', 'json.orders.pending[0]'],
    ['lost.lostAt', [], 'length-mismatch', 'json.lost.lostAt'],
    ['lost.id.0', good.orders.id[0], 'duplicate-id', 'json.lost.id[0]'],
  ])('%s as %o is refused as %s at %s', (path, value, code, at) => {
    expect(refusalOf(path, value)).toEqual([code, at]);
  });

  it.each([undefined, null, 7, 'x', []])('%o is refused', (json) => {
    expect(refusal(() => reviveLivePromiser(json)).path).toMatch(/^json/);
  });
});
