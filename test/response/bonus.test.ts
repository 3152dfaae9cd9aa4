import fc from 'fast-check';
import { adjustParameters } from 'overdeliver';
import {
  type Bonus,
  type BonusCustomer,
  planBonuses,
  responseDefaults,
} from 'overdeliver/response';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { asOf, contact } from './given';

const given = { kept: { rate: 0.95 }, asOf, contact };
const bonuses: readonly Bonus[] = [
  { id: 'cinema', cost: 1800, serves: 'comfort', value: 10 },
  { id: 'lounge', cost: 2500, serves: 'prestige', value: 12 },
];
const ada: BonusCustomer = { id: 'ada', needs: { comfort: 80, prestige: 40 } };

/** The most that any choice of at most one each is worth. */
function byTrying(all: readonly Bonus[], people: readonly BonusCustomer[], budget: number): number {
  const [first, ...rest] = people;
  if (first === undefined) return 0;
  const { needs, contract = [], received = [] } = first;
  return all.reduce(
    (most, { id, cost, serves, value }) =>
      cost > budget || contract.includes(id) || received.includes(id)
        ? most
        : Math.max(most, value * (needs[serves] ?? 0) + byTrying(all, rest, budget - cost)),
    byTrying(all, rest, budget),
  );
}

const need = fc.constantFrom('comfort', 'prestige', 'safety');
const bonusList = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    cost: fc.integer({ min: 1, max: 40 }),
    serves: need,
    value: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
);
const customerList = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('p', 'q', 'r', 's', 't'),
    needs: fc.dictionary(need, fc.integer({ min: 0, max: 9 })),
    contract: fc.subarray(['a', 'b']),
    received: fc.subarray(['b', 'c']),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
);
const budgets = fc.integer({ min: 0, max: 120 });

describe('a plan of bonuses', () => {
  it('is the best there is, within the budget, at most one each, none that is held or was received', () => {
    holds(
      fc.property(bonusList, customerList, budgets, (all, people, budget) => {
        const plan = planBonuses(all, people, { budget, ...given });
        expect(plan.worth).toBe(byTrying(all, people, budget));
        expect(plan.spent).toBeLessThanOrEqual(budget);
        const cost = plan.actions.reduce((sum, { detail }) => sum + Number(detail.cost), 0);
        expect(plan.spent).toBe(cost);
        const names = plan.actions.map(({ detail }) => detail.customer);
        expect(new Set(names).size).toBe(names.length);
        for (const { detail } of plan.actions) {
          const one = people.find(({ id }) => id === detail.customer);
          expect([...(one?.contract ?? []), ...(one?.received ?? [])]).not.toContain(detail.bonus);
        }
        expect(plan.actions.length + plan.leftOut.length).toBe(all.length * people.length);
        expect(plan.none === null).toBe(plan.actions.length > 0);
      }),
      300,
    );
  });

  it('is the same whatever the order of bonuses and customers', () => {
    holds(
      fc.property(bonusList, customerList, budgets, (all, people, budget) => {
        const options = { budget, ...given };
        expect(planBonuses([...all].reverse(), [...people].reverse(), options)).toEqual(
          planBonuses(all, people, options),
        );
      }),
    );
  });

  it('never loses by a greater budget', () => {
    holds(
      fc.property(bonusList, customerList, budgets, (all, people, budget) => {
        const worth = (cents: number) =>
          planBonuses(all, people, { budget: cents, ...given }).worth;
        expect(worth(budget + 1)).toBeGreaterThanOrEqual(worth(budget));
      }),
    );
  });

  it('costs least of equally good ones', () => {
    const same = [
      { id: 'dear', cost: 9, serves: 'comfort', value: 1 },
      { id: 'cheap', cost: 5, serves: 'comfort', value: 1 },
    ];
    expect(planBonuses(same, [ada], { budget: 100, ...given }).spent).toBe(5);
    const named = (first: number, second: number) =>
      planBonuses(
        [
          { id: 'a', cost: first, serves: 'comfort', value: 1 },
          { id: 'b', cost: second, serves: 'comfort', value: 1 },
        ],
        [ada],
        { budget: 100, ...given },
      ).actions[0]?.detail.bonus;
    expect([named(9, 5), named(5, 9), named(5, 5)]).toEqual(['b', 'a', 'a']);
  });

  it.each([
    [4, ['ada a', 'eve a'], 18],
    [6, ['ada a', 'ben b'], 27],
    [7, ['ada a', 'ben b', 'eve a'], 30],
    [10, ['ada a', 'ben b', 'eve c'], 36],
    [35, ['ada d', 'ben b', 'eve a'], 60],
  ])('of %d cents gives the best to each, as reckoned by hand', (budget, gifts, worth) => {
    const extras = [
      { id: 'a', cost: 2, serves: 'comfort', value: 3 },
      { id: 'b', cost: 3, serves: 'prestige', value: 3 },
      { id: 'c', cost: 5, serves: 'safety', value: 3 },
      { id: 'd', cost: 30, serves: 'comfort', value: 9 },
    ];
    const people = [
      { id: 'ada', needs: { comfort: 5, prestige: 1 } },
      { id: 'ben', needs: { prestige: 4 } },
      { id: 'eve', needs: { safety: 3, comfort: 1 } },
    ];
    const plan = planBonuses(extras, people, { budget, ...given });
    const gives = plan.actions.map(({ detail }) => `${detail.customer} ${detail.bonus}`);
    expect([gives, plan.worth]).toEqual([gifts, worth]);
    expect(plan.actions[0]?.why).toEqual([
      { code: 'most-for-the-budget', detail: { worth: budget === 35 ? 45 : 15, budget } },
    ]);
  });

  it('gives one bonus to a customer, however well two would do', () => {
    const extras = [
      { id: 'a', cost: 4, serves: 'comfort', value: 4 },
      { id: 'b', cost: 3, serves: 'comfort', value: 3 },
      { id: 'c', cost: 9, serves: 'comfort', value: 10 },
    ];
    const plan = planBonuses(extras, [ada], { budget: 7, ...given });
    expect(plan.actions.map(({ detail }) => detail.bonus)).toEqual(['a']);
  });

  it('does not surprise twice, unless a surprise lasts longer', () => {
    const again = { ...ada, received: ['cinema'], contract: ['lounge'] };
    const plan = planBonuses(bonuses, [again], { budget: 9000, ...given });
    expect(plan.none).toEqual({ code: 'nobody-to-surprise', detail: {} });
    expect(plan.leftOut.map(({ code }) => code)).toEqual(['expected', 'in-contract']);
    const parameters = adjustParameters(responseDefaults, 'ours', { expectedAfter: 2 });
    expect(
      planBonuses(bonuses, [again], { budget: 9000, parameters, ...given }).actions,
    ).toHaveLength(1);
    const twice = { ...again, received: ['cinema', 'cinema'] };
    expect(planBonuses(bonuses, [twice], { budget: 9000, parameters, ...given }).actions).toEqual(
      [],
    );
  });

  it('waits while promises are broken, and not for want of promises', () => {
    const options = { budget: 9000, asOf, contact };
    const plan = planBonuses(bonuses, [ada], { ...options, kept: { rate: 0.89 } });
    expect(plan).toEqual({
      actions: [],
      none: { code: 'promises-broken', detail: { rate: 0.89, basicKept: 0.9 } },
      spent: 0,
      worth: 0,
      leftOut: [],
    });
    expect(planBonuses(bonuses, [ada], { ...options, kept: { rate: 0.9 } }).actions).toHaveLength(
      1,
    );
    expect(planBonuses(bonuses, [ada], { ...options, kept: { rate: null } }).actions).toHaveLength(
      1,
    );
  });

  it('waits for a share of your own', () => {
    const options = { budget: 9000, kept: { rate: 0.95 }, asOf, contact };
    const plan = planBonuses(bonuses, [ada], { ...options, basicKept: 0.96 });
    expect(plan.none?.code).toBe('promises-broken');
    expect(planBonuses(bonuses, [ada], { ...options, basicKept: 0.95 }).none).toBeNull();
  });

  it('is empty, and says why, below every bonus', () => {
    const plan = planBonuses(bonuses, [ada], { budget: 1799, ...given });
    expect([plan.actions, plan.spent]).toEqual([[], 0]);
    expect(plan.none).toEqual({
      code: 'budget-below-every-bonus',
      detail: { budget: 1799, least: 1800 },
    });
    expect(planBonuses(bonuses, [ada], { budget: 1800, ...given }).spent).toBe(1800);
  });

  it('says of each pair left out what kept it from the customer', () => {
    const people = [ada, { id: 'ben', needs: { comfort: 90, prestige: 1 } }];
    const why = (budget: number) => {
      const { leftOut } = planBonuses(bonuses, people, { budget, ...given });
      return leftOut.map(({ customer, bonus, code }) => [customer, bonus, code]);
    };
    // Enough for all: nothing is outbid.
    expect(why(9000)).toEqual([
      ['ada', 'lounge', 'gets-another'],
      ['ben', 'lounge', 'gets-another'],
    ]);
    expect(why(1800)).toEqual([
      ['ada', 'cinema', 'outbid'],
      ['ada', 'lounge', 'over-budget'],
      ['ben', 'lounge', 'over-budget'],
    ]);
    // Ben's lounge could be paid for, but he gets the cinema.
    expect(why(2500)).toEqual([
      ['ada', 'cinema', 'outbid'],
      ['ada', 'lounge', 'outbid'],
      ['ben', 'lounge', 'gets-another'],
    ]);
    expect(why(0).map(([, , code]) => code)).toEqual(Array(4).fill('over-budget'));
  });

  it('reaches each customer at a time of theirs', () => {
    const people = [
      ada,
      { id: 'bea', needs: { comfort: 1 }, contact: { zone: 'Asia/Tokyo', quiet: '18:00-09:00' } },
    ];
    const { actions } = planBonuses(bonuses, people, { budget: 9000, ...given });
    expect(actions.map(({ when }) => when?.toISOString())).toEqual([
      '2026-03-06T10:00:00.000Z',
      '2026-03-07T00:00:00.000Z',
    ]);
  });

  it('takes needs by their own names alone', () => {
    const odd = [{ id: 'x', cost: 1, serves: 'toString', value: 1 }];
    expect(planBonuses(odd, [ada], { budget: 1, ...given }).none?.code).toBe('nobody-to-surprise');
  });

  it('fits a great budget where the costs have a common divisor', () => {
    const people = Array.from({ length: 500 }, (_, i) => ({ id: `c${i}`, needs: { comfort: i } }));
    const plan = planBonuses(bonuses.slice(0, 1), people, { budget: 800_000, ...given });
    // 444 of them can be paid: those who need it most, from 56 to 499.
    expect([plan.actions.length, plan.spent]).toEqual([444, 444 * 1800]);
    expect(plan.worth).toBe(10 * ((444 * (56 + 499)) / 2));
  });
});

it('needs no table where the budget pays what suits everybody best', () => {
  const guests = Array.from({ length: 5000 }, (_, i): BonusCustomer => ({ ...ada, id: `${i}` }));
  const { actions, spent, worth } = planBonuses(bonuses, guests, { budget: 9_000_000, ...given });
  expect([actions.length, spent, worth]).toEqual([5000, 5000 * 1800, 5000 * 800]);
});

it('says up to which budget a table is small enough, and keeps to it', () => {
  const many = Array.from({ length: 300 }, (_, i) => ({
    id: `${i}`,
    cost: 894_783 + i,
    serves: 'comfort',
    value: 1 + i,
  }));
  const plan = (budget: number) => planBonuses(many, [ada], { budget, ...given });
  const { message } = refusal(() => plan(895_000));
  expect(message).toBe(
    'planBonuses: options.budget is 895000; expected at most 894783 for so many customers, or costs with a greater common divisor',
  );
  expect(plan(894_783).actions[0]?.detail.bonus).toBe('0');
});

it.each([
  [1, 83_885],
  [2, 167_770],
])('names the greatest budget for many customers, of costs that %d divides', (unit, most) => {
  const dear = [3, 2].map((more) => ({
    id: `${more}`,
    cost: unit * (1_000_000 + more),
    serves: 'comfort',
    value: 1,
  }));
  const crowd = Array.from({ length: 200 }, (_, i) => ({ id: `${i}`, needs: { comfort: 1 } }));
  // 2^24 cells for 200 customers, one of which stands for no cost.
  expect(
    refusal(() => planBonuses(dear, crowd, { budget: most + unit, ...given })).expected,
  ).toContain(`at most ${most} for`);
});

it.each([
  [
    'a bonus that is there twice',
    [[...bonuses, ...bonuses], [ada], {}],
    'duplicate-id',
    'bonuses[2].id',
  ],
  ['a customer who is there twice', [bonuses, [ada, ada], {}], 'duplicate-id', 'customers[1].id'],
  ['half a cent', [[{ ...bonuses[0], cost: 1.5 }], [ada], {}], 'wrong-type', 'bonuses[0].cost'],
  [
    'a bonus for nothing',
    [[{ ...bonuses[0], cost: 0 }], [ada], {}],
    'out-of-range',
    'bonuses[0].cost',
  ],
  ['a budget below 0', [bonuses, [ada], { budget: -1 }], 'out-of-range', 'options.budget'],
  [
    'a need below 0',
    [bonuses, [{ id: 'x', needs: { comfort: -1 } }], {}],
    'out-of-range',
    'customers[0].needs.comfort',
  ],
  [
    'a basic share above 1',
    [bonuses, [ada], { basicKept: 1.1 }],
    'out-of-range',
    'options.basicKept',
  ],
  [
    'a rate above 1',
    [bonuses, [ada], { kept: { rate: 1.1 } }],
    'out-of-range',
    'options.kept.rate',
  ],
  ['no rate', [bonuses, [ada], { kept: {} }], 'missing', 'options.kept.rate'],
  [
    "a customer's zone that is none",
    [bonuses, [{ ...ada, contact: { zone: 'x' } }], {}],
    'unknown-name',
    'customers[0].contact.zone',
  ],
  [
    'a table that is too large',
    [
      [
        { id: 'a', cost: 1_000_003, serves: 'comfort', value: 1 },
        { id: 'b', cost: 1_000_002, serves: 'comfort', value: 1 },
      ],
      Array.from({ length: 200 }, (_, i) => ({ id: `${i}`, needs: { comfort: 1 } })),
      { budget: 1_000_000 },
    ],
    'out-of-range',
    'options.budget',
  ],
  [
    'a table that is gone through too often',
    [
      Array.from({ length: 100 }, (_, i) => ({
        id: `${i}`,
        cost: 10_007 * (i + 1) + 1,
        serves: 'comfort',
        value: 1 + i,
      })),
      [ada, { ...ada, id: 'ben' }, { id: 'eve', needs: {} }],
      { budget: 2_000_000 },
    ],
    'out-of-range',
    'options.budget',
  ],
])('refuses %s', (_, [all, people, options], code, path) => {
  const call = () =>
    planBonuses(all as never, people as never, { budget: 1, ...given, ...options } as never);
  expect(refusal(call)).toMatchObject({ code, path, function: 'planBonuses' });
});
