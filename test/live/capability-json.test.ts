import { reviveCapability } from 'overdeliver';
import { liveSource } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { experienced } from './stream';

describe('the capability of the next order', () => {
  it('comes back from JSON with the same answers', () => {
    const { promiser, now } = experienced(40, { seed: 5 });
    const capability = promiser.capability({ at: now, group: 'group 1', estimate: 50 });
    const revived = reviveCapability(JSON.parse(JSON.stringify(capability)), [liveSource]);
    for (const p of [0, 0.1, 0.5, 0.9, 1]) expect(revived.quantile(p)).toBe(capability.quantile(p));
    expect(revived.toJSON()).toEqual(capability.toJSON());
    const remaining = reviveCapability(JSON.parse(JSON.stringify(capability.remaining(30))), [
      liveSource,
    ]);
    expect(remaining.quantile(0.5)).toBe(capability.remaining(30).quantile(0.5));
  });

  it.each([
    [{ p: [0.5] }, 'out-of-range', 'json.p'],
    [{ p: [0.5, 0.4] }, 'out-of-range', 'json.p[1]'],
    [{ p: [0.5, 1.1] }, 'out-of-range', 'json.p[1]'],
    [{ p: [-0.1, 1] }, 'out-of-range', 'json.p[0]'],
    [{ p: null }, 'wrong-type', 'json.p'],
    [{ p: [0, 0.5, 1] }, 'length-mismatch', 'json.value'],
    [{ value: [2, 1] }, 'out-of-range', 'json.value[1]'],
    [{ value: [1, null] }, 'wrong-type', 'json.value[1]'],
    [{ value: { 0: 1, 1: null, length: 2 } }, 'wrong-type', 'json.value[1]'],
    [{ p: { length: 2 } }, 'wrong-type', 'json.p[0]'],
    [{ n: 0 }, 'out-of-range', 'json.n'],
    [{ unit: 'weeks' }, 'unknown-name', 'json.unit'],
    [{ version: 2 }, 'unknown-version', 'json.version'],
  ])('with %o in its JSON is refused as %s at %s', (change, code, path) => {
    const json = {
      kind: 'live',
      version: 1,
      unit: 'minutes',
      better: 'lower',
      n: 20,
      p: [0, 1],
      value: [1, 2],
      ...change,
    };
    expect(refusal(() => reviveCapability(json, [liveSource]))).toMatchObject({ code, path });
  });

  it.each([
    ['minutes', [0, 1]],
    ['open-hours', [0.5, 0.5]],
  ])('in %s is taken with shares from %o', (unit, p) => {
    const json = { kind: 'live', version: 1, unit, better: 'lower', n: 1, p, value: [0, 0] };
    expect(reviveCapability(json, [liveSource])).toMatchObject({ kind: 'live', unit, n: 1 });
  });
});
