import {
  type Capability,
  capabilityAsOf,
  capabilityByGroup,
  capabilityFromSamples,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import {
  capabilityFromQuantiles,
  datedOrderSchema,
  mixCapabilities,
  mixtureSource,
  pipelineCapability,
  poweredSource,
  samplesSource,
  scaleCapability,
  scaledSource,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const seen = capabilityFromSamples([10, 20], { unit });
const times = (count: number, make: (inner: Capability) => Capability, first = seen) =>
  Array.from({ length: count }).reduce<Capability>((inner) => make(inner), first);

describe('capabilities made of others', () => {
  it('may lie a hundred deep inside each other', () => {
    const deep = times(100, (inner) => scaleCapability(inner, 1));
    expect(deep.quantile(0.5)).toBe(10);
    const { code, path, message } = refusal(() => scaleCapability(deep, 1));
    expect([code, path]).toEqual(['out-of-range', 'capability']);
    expect(message).toContain('is 100; expected capabilities less than 100 deep inside each other');
  });

  it('count what remains, and what is taken to a power, as one more', () => {
    const deep = times(100, (inner) => inner.remaining(0));
    expect(deep.quantile(0.5)).toBe(10);
    expect(refusal(() => deep.remaining(0)).expected).toContain('less than 100 deep');
    const json = {
      kind: 'powered',
      version: 1,
      unit,
      better: 'lower',
      exponent: 2,
      of: { kind: 'deep', version: 1, unit, better: 'lower' },
    };
    const revive = () =>
      reviveCapability(json, [{ kind: 'deep', revive: () => deep }, poweredSource]);
    expect(refusal(revive).expected).toContain('less than 100 deep');
  });

  it('go by the deepest of their parts', () => {
    const deep = times(99, (inner) => scaleCapability(inner, 1));
    for (const parts of [
      [deep, seen],
      [seen, deep],
    ]) {
      const mixed = mixCapabilities(parts.map((capability) => ({ capability, weight: 1 })));
      expect(refusal(() => scaleCapability(mixed, 1)).code).toBe('out-of-range');
    }
  });

  it('may come to a hundred thousand in all, each counted as often as it is in there', () => {
    // Twice what is inside and itself: 1, 3, 7, ... 2^17 - 1 = 131,071 with 16 on top of each other.
    const twice = (capability: Capability) =>
      mixCapabilities([
        { capability, weight: 1 },
        { capability, weight: 1 },
      ]);
    const many = times(15, twice);
    const { code, path, message } = refusal(() => twice(many));
    expect([code, path]).toEqual(['out-of-range', 'parts']);
    expect(message).toContain('is 131071; expected at most 100000 capabilities in all');
    // 1 + (2^16 - 1) + (2^15 - 1) + (2^10 - 1) + (2^9 - 1) + 127 + 31 + 3 + 1 + 1.
    const parts = [15, 14, 9, 8, 6, 4, 1, 0, 0].map((count) => times(count, twice));
    const mix = (some: readonly Capability[]) =>
      mixCapabilities(some.map((capability) => ({ capability, weight: 1 })));
    expect(mix(parts).n).toBeGreaterThan(0);
    expect(refusal(() => mix([...parts, seen])).message).toContain('is 100001;');
  });

  it('are revived as deep as they can be made', () => {
    const sources = [samplesSource, scaledSource, mixtureSource];
    const stored = times(99, (inner) => scaleCapability(inner, 1)).toJSON();
    expect(reviveCapability(stored, sources).quantile(0.5)).toBe(10);
    const deeper = { ...(stored as object), of: stored };
    const { code, message } = refusal(() => reviveCapability(deeper, sources));
    expect(code).toBe('out-of-range');
    expect(message).toContain('expected at most 100 inside each other');
  });
});

it('a pipeline has as many steps as its points can be added for', () => {
  // 1e8 sums: a hundred steps of up to 1,000 points, 23 of 2,048.
  const steps = (count: number) => new Array<Capability>(count).fill(seen);
  expect(pipelineCapability(steps(100), { resolution: 2 }).n).toBe(2);
  expect(refusal(() => pipelineCapability(steps(101), { resolution: 2 })).path).toBe('steps');
  expect(pipelineCapability(steps(23), { resolution: 2048 }).mean()).toBeCloseTo(23 * 15, 9);
  const { code, message } = refusal(() => pipelineCapability(steps(24), { resolution: 2048 }));
  expect(code).toBe('out-of-range');
  expect(message).toContain('expected at most 23 steps with a resolution of 2048');
});

it('a pipeline warns of what its steps warn of', () => {
  const group = capabilityByGroup([{ value: 3, path: ['north'] }], { unit, levels: ['shop'] });
  const { warnings } = pipelineCapability([seen, group(['nort'])]);
  expect(warnings.map(({ code }) => code)).toEqual(['unseen-group']);
});

describe('what is no capability', () => {
  it('is told how to be revived where it is the JSON of one', () => {
    const hintOf = (value: unknown) =>
      refusal(() => planPromise(value as Capability, { keepRate: 0.5 })).message;
    expect(hintOf(seen.toJSON())).toContain('such as reviveCapability makes');
    expect(hintOf({ version: 1 })).toContain('such as capabilityFromSamples makes');
    expect(hintOf({ kind: 'samples', version: 2 })).toContain('such as capabilityFromSamples');
  });

  it.each([
    ['no count of what keeps a value', { kept: undefined }],
    ['no value by rank', { byRank: 3 }],
    ['no whole number of them', { n: 1.5 }],
  ])('has ranks with %s', (_, lacking) => {
    const ranks = { ...seen.ranks, ...lacking };
    const own = { ...seen, ranks } as Capability;
    expect(refusal(() => planPromise(own, { keepRate: 0.5 })).code).toBe('wrong-type');
  });

  it('has ranks that are missing, or an interval that is no function', () => {
    for (const lacking of [{ ranks: undefined }, { chanceInterval: 3 }]) {
      const own = { ...seen, ...lacking } as unknown as Capability;
      const { code, message } = refusal(() => planPromise(own, { keepRate: 0.5 }));
      expect(code).toBe('wrong-type');
      expect(message).toContain('expected a capability, such as capabilityFromSamples makes');
    }
  });

  it('is a source without a kind or a reviver', () => {
    for (const source of [{ kind: 'samples' }, { revive: samplesSource.revive }, null]) {
      const call = () => reviveCapability(seen.toJSON(), [source as never]);
      expect(refusal(call)).toMatchObject({ code: 'wrong-type', path: 'sources[0]' });
    }
  });

  it('is of a kind that no source revives, which names those that one does', () => {
    const stored = { ...(seen.toJSON() as object), kind: 'family' };
    const { code, path, message } = refusal(() => reviveCapability(stored, [samplesSource]));
    expect([code, path]).toEqual(['unknown-name', 'json.kind']);
    expect(message).toContain('a kind among the sources: samples, ');
  });
});

describe('dated orders', () => {
  const started = '2026-03-02T09:00:00Z';
  const asOf = '2026-03-03T09:00:00Z';
  const take = (order: unknown) => refusal(() => capabilityAsOf([order as never], { asOf, unit }));

  it('are objects with dates, which is told of each that is not', () => {
    expect(take(undefined)).toMatchObject({ code: 'missing', path: 'orders[0]' });
    for (const order of [null, 'o-1', 7])
      expect(take(order)).toMatchObject({ code: 'wrong-type', path: 'orders[0]' });
    expect(take({})).toMatchObject({ code: 'missing', path: 'orders[0].started' });
  });

  it('may end as they start, and say null where a cell is empty', () => {
    const ended = capabilityAsOf([{ started, finished: started }], { asOf, unit });
    expect(ended.quantile(0.5)).toBe(0);
    const empty = take({ started, finished: ' ' });
    expect(empty.path).toBe('orders[0].finished');
    expect(empty.message).toContain('expected null where a cell is empty, or ');
    const odd = take({ started, finished: 'soon' });
    expect(odd.message).not.toContain('null where a cell is empty');
  });

  it('describe an end that may be null to JSON Schema, and name the field alone', () => {
    const { properties } = z.toJSONSchema(datedOrderSchema as unknown as z.ZodType);
    const date = { type: 'string', format: 'date-time' };
    expect(properties).toMatchObject({ started: date, lost: { anyOf: [date, { type: 'null' }] } });
    const bad = datedOrderSchema.safeParse({ started, finished: 'soon' });
    expect(bad.error?.issues.map(({ path }) => path)).toEqual([['finished']]);
  });
});

it('samples are as large as numbers are, and a hundred million at the most', () => {
  const largest = capabilityFromSamples([Number.MAX_VALUE], { unit });
  expect(largest.quantile(0.5)).toBe(Number.MAX_VALUE);
  const { code, message } = refusal(() => capabilityFromSamples({ length: 2 ** 31 }, { unit }));
  expect(code).toBe('out-of-range');
  expect(message).toContain('expected a length of at most 100000000');
});

it('groups may hold deviations, which lie on both sides of 0', () => {
  const rows = [-3, 2, 4].map((value) => ({ value, path: ['north'] }));
  const options = { unit, levels: ['shop'] };
  expect(capabilityByGroup(rows, { ...options, deviations: true })(['north']).mean()).toBe(1);
  expect(refusal(() => capabilityByGroup(rows, options)).path).toBe('rows[0].value');
});

it('a pipeline takes no step of which an end was not seen', () => {
  const upTo = (...shares: number[]) =>
    capabilityFromQuantiles(
      shares.map((p) => ({ p, value: 100 * p })),
      { unit },
    );
  expect(pipelineCapability([upTo(0, 0.5, 1)]).mean()).toBeCloseTo(50, 9);
  for (const [step, asked] of [
    [upTo(0, 0.5), 1],
    [upTo(0.5, 1), 0],
  ] as const) {
    const { code, message } = refusal(() => pipelineCapability([seen, step]));
    expect(code).toBe('not-identified');
    expect(message).toContain(`steps[1] needs ${asked}; `);
  }
});

it('units of time are written out, in options as anywhere', () => {
  const { path, message } = refusal(() => capabilityFromSamples([1], { unit: 'mins' }));
  expect(path).toBe('options.unit');
  expect(message).toContain('expected minutes, as this unit of time is written');
});
