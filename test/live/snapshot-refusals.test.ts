import { livePromiser, reviveLivePromiser, toMultipleOf } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { at, kitchen } from './stream';

const copyOf = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a promiser', () => {
  it('wants its rounding back, since functions are not stored', () => {
    const round = toMultipleOf(5);
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40, round });
    const json = copyOf(promiser);
    expect(refusal(() => reviveLivePromiser(json))).toMatchObject({
      code: 'missing',
      path: 'options.round',
    });
    expect(reviveLivePromiser(json, { round }).quote({ at: new Date(0) }).promise).toBe(85);
    expect(refusal(() => reviveLivePromiser(copyOf(kitchen()), { round }))).toMatchObject({
      code: 'out-of-range',
      path: 'options.round',
      value: round,
    });
  });
});

describe('a snapshot', () => {
  it('is what JSON makes of it, whatever the promiser was given', () => {
    const calendar = { zone: 'UTC', open: { monday: ['00:00-24:00'] }, holidays: undefined };
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40, calendar });
    promiser.start({ id: 'x', at: at(0), features: { items: -0 } });
    promiser.start({ id: 'y', at: at(0), features: { other: 1 } });
    const snapshot = promiser.toJSON();
    expect(snapshot).toStrictEqual(copyOf(snapshot));
  });
});

describe('a snapshot that was altered', () => {
  const promiser = kitchen();
  promiser.start({ id: 'a', at: at(0) });
  const good = copyOf(promiser);

  it.each([
    [{ version: 1 }, 'unknown-version', 'json.version'],
    [{ version: 9 }, 'unknown-version', 'json.version'],
    [{ version: 3 }, 'unknown-version', 'json.version'],
    [{ version: '2' }, 'wrong-type', 'json.version'],
    [{ version: undefined }, 'missing', 'json.version'],
    [{ kind: 'samples' }, 'unknown-name', 'json.kind'],
    [{ data: 7 }, 'wrong-type', 'json.data'],
    [{ data: null }, 'wrong-type', 'json.data'],
    [{ checksum: undefined }, 'missing', 'json.checksum'],
    [{ now: null }, 'out-of-range', 'json.checksum'],
  ])('with %o it is refused as %s at %s', (change, code, path) => {
    expect(refusal(() => reviveLivePromiser({ ...good, ...change }))).toMatchObject({
      function: 'reviveLivePromiser',
      code,
      path,
    });
  });

  it.each([undefined, null, 7, 'x', []])('%o is refused', (json) => {
    expect(refusal(() => reviveLivePromiser(json)).path).toMatch(/^json/);
  });
});
