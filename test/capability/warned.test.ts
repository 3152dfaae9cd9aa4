import {
  type Capability,
  capabilityAsOf,
  capabilityByGroup,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import { calibrateEstimates, mixCapabilities } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { allSources } from './any-capability';

const revived = (capability: Capability) =>
  reviveCapability(JSON.parse(JSON.stringify(capability)), allSources);

const ofShop = capabilityByGroup(
  [3, 5, 4, 6].map((value) => ({ value, path: ['north', 'Ohio'] })),
  { unit: 'days', levels: ['shop', 'state'] },
);
const arrival = calibrateEstimates(
  { estimates: [30, 40, 50], actuals: [33, 41, 44], groups: ['SP', 'SP', 'RJ'] },
  { unit: 'minutes' },
);
const orders = [1, 2, 3].map((day) => ({
  started: `2026-03-0${day}T00:00Z`,
  finished: `2026-03-0${day + 2}T00:00Z`,
}));
const dated = capabilityAsOf([...orders, { ...orders[0], started: '1926-03-01T00:00Z' } as never], {
  unit: 'days',
  asOf: '2026-03-20T00:00Z',
});

describe('what to know of a capability beyond its source', () => {
  const cases: readonly [string, Capability, readonly string[]][] = [
    ['a group that was never seen', ofShop(['west', 'Ohio']), ['unseen-group']],
    ['a group of estimates', arrival({ estimate: 30, group: 'MG' }), ['unseen-group']],
    [
      'a value that an estimate was not fitted on',
      arrival({ estimate: 30, group: 'SP', unseen: ['km'] } as never),
      ['unseen-value'],
    ],
    [
      'both',
      arrival({ estimate: 30, group: 'MG', unseen: ['km'] } as never),
      ['unseen-value', 'unseen-group'],
    ],
    ['a date years from all others', dated, ['distant-date']],
    [
      'a part of it',
      mixCapabilities([{ capability: ofShop(['west', 'Ohio']), weight: 1 }]),
      ['unseen-group'],
    ],
  ];

  it.each(cases)('outlives JSON and what remains: %s', (_, capability, codes) => {
    expect(capability.warnings.map(({ code }) => code)).toEqual(codes);
    const { warnings } = capability;
    expect(revived(capability).warnings).toEqual(warnings);
    expect(revived(revived(capability)).warnings).toEqual(warnings);
    const left = capability.remaining(1);
    expect(left.warnings).toEqual(warnings);
    expect(revived(left).warnings).toEqual(warnings);
    expect(planPromise(revived(left), { keepRate: 0.5 }).warnings).toEqual(warnings);
    expect(revived(capability).quantile(0.5)).toBe(capability.quantile(0.5));
  });

  it('is not in the JSON where there is nothing', () => {
    expect(ofShop(['north', 'Ohio']).toJSON()).not.toHaveProperty('warned');
  });

  it('is read, and refused where it is no list of reasons', () => {
    const json = ofShop(['west', 'Ohio']).toJSON();
    const refused = (warned: unknown) =>
      refusal(() => reviveCapability({ ...json, warned }, allSources));
    expect(refused('unseen-group')).toMatchObject({ code: 'wrong-type', path: 'json.warned' });
    expect(refused([{ code: 3, detail: {} }])).toMatchObject({ path: 'json.warned[0].code' });
    expect(refused([{ code: 'a', detail: { x: null } }])).toMatchObject({
      path: 'json.warned[0].detail.x',
    });
  });
});
