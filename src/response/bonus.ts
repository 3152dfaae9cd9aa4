import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { atLeast } from '../numerics/nearly';
import { promiseDefaults } from '../promise/parameters';
import type { Evidence } from './action';
import type { Bonus, BonusCustomer, BonusOptions, BonusPlan } from './bonuses';
import { chooseWithin } from './choose-within';
import { reachOf } from './contact';
import { bonusesSchema, bonusOptionsSchema, customersSchema } from './input-bonus';
import type { Choices } from './knapsack';

const evidence: Evidence = {
  status: 'contested',
  source: 'Gneezy & Epley 2014: exceeding a promise is rated about as keeping it',
};

/**
 * Plans who gets which unexpected extra under a budget: at most one each, so that value times need add up to
 * the most there is, exactly (a multiple-choice knapsack). Of equally good plans, one that costs least.
 *
 * Nothing that a contract holds, nothing received `expectedAfter` times, nothing that serves no need of theirs; and
 * nothing at all while less than `basicKept` of the promises that fell due were kept. A rate of null, when none
 * fell due, holds nobody back.
 *
 * @throws InvalidInputError `duplicate-id` for a bonus or a customer that is there twice; `out-of-range` for an
 *   amount that is not at least 0, a value or a weight beyond 1e9, and, unless the budget pays what suits everybody
 *   best, for a budget (in units of the costs' greatest common divisor, and 1 more) times customers above 16,777,216,
 *   or times the bonuses that would surprise each of them above 268,435,456; `wrong-type` for cents that are not whole;
 *   what a contact calls for
 * @example
 * ```ts
 * import { planBonuses } from 'overdeliver/response';
 *
 * const plan = planBonuses(
 *   [
 *     { id: 'cinema', cost: 1800, serves: 'comfort', value: 10 },
 *     { id: 'lounge', cost: 2500, serves: 'prestige', value: 12 },
 *   ],
 *   [
 *     { id: 'ada', needs: { comfort: 80, prestige: 40 } },
 *     { id: 'ben', needs: { comfort: 90 }, received: ['cinema'] },
 *     { id: 'eve', needs: { prestige: 70 } },
 *   ],
 *   {
 *     budget: 4500,
 *     kept: { rate: 0.96 },
 *     asOf: new Date('2026-03-06T10:00:00Z'),
 *     contact: { zone: 'Europe/Berlin' },
 *   },
 * );
 * plan.actions.map(({ detail }) => [detail.customer, detail.bonus]); // => [['ada', 'cinema'], ['eve', 'lounge']]
 * plan.spent; // => 4300
 * plan.leftOut[0]; // => { customer: 'ben', bonus: 'cinema', code: 'expected' }
 * ```
 */
export function planBonuses(
  bonuses: readonly Bonus[],
  customers: readonly BonusCustomer[],
  options: BonusOptions,
): BonusPlan {
  return door('planBonuses', () => {
    const extras = inOrder('bonuses', read(bonusesSchema, bonuses, 'bonuses'));
    const asked = read(customersSchema, customers, 'customers');
    const people = inOrder('customers', asked);
    const {
      budget,
      kept,
      asOf,
      basicKept = promiseDefaults.parameters.basicKept.value,
      contact: everybody,
      parameters,
    } = read(bonusOptionsSchema, options, 'options');
    const { expectedAfter } = parameters.numbers;
    const reach = reachOf(everybody);
    const ownReach = new Map(
      asked.flatMap(({ id, contact }, i) =>
        contact ? [[id, reachOf(contact, `customers[${i}].contact`)] as const] : [],
      ),
    );
    const leftOut: BonusPlan['leftOut'][number][] = [];
    const actions: BonusPlan['actions'][number][] = [];
    if (kept.rate !== null && !atLeast(kept.rate, basicKept)) {
      const none = { code: 'promises-broken', detail: { rate: kept.rate, basicKept } } as const;
      return { actions, none, spent: 0, worth: 0, leftOut };
    }
    const groups = people.map((customer) => {
      const unfit = unfitFor(customer, expectedAfter);
      return extras.flatMap((bonus) => {
        const { cost, value, serves } = bonus;
        const worth =
          value * ((Object.hasOwn(customer.needs, serves) && customer.needs[serves]) || 0);
        const code = unfit(bonus.id) ?? (worth > 0 ? null : 'serves-no-need');
        if (code === null) return { id: bonus.id, serves, cost, worth };
        leftOut.push({ customer: customer.id, bonus: bonus.id, code });
        return [];
      });
    });
    const chosen = chooseWithin(groups, budget);
    let [spent, worth] = [0, 0];
    for (const [p, group] of groups.entries()) {
      const { id: customer } = people[p] as BonusCustomer;
      for (const [i, bonus] of group.entries()) {
        if (i !== chosen[p]) {
          const beaten = chosen[p] === -1 ? 'outbid' : 'gets-another';
          const code = bonus.cost > budget ? 'over-budget' : beaten;
          leftOut.push({ customer, bonus: bonus.id, code });
          continue;
        }
        spent += bonus.cost;
        worth += bonus.worth;
        actions.push({
          code: 'give-bonus',
          detail: { customer, bonus: bonus.id, cost: bonus.cost },
          why: [{ code: 'most-for-the-budget', detail: { worth: bonus.worth, budget } }],
          when: (ownReach.get(customer) ?? reach)(asOf.getTime()),
          serves: bonus.serves,
          evidence,
        });
      }
    }
    return {
      actions,
      none: actions.length > 0 ? null : whyNone(groups, budget),
      spent,
      worth,
      leftOut,
    };
  });
}

/** Why a bonus would not surprise a customer; null where it would. */
function unfitFor(
  { contract, received = [] }: Pick<BonusCustomer, 'contract' | 'received'>,
  expectedAfter: number,
): (bonus: string) => 'in-contract' | 'expected' | null {
  const held = new Set(contract);
  const times = new Map<string, number>();
  for (const bonus of received) times.set(bonus, (times.get(bonus) ?? 0) + 1);
  return (bonus) => {
    if (held.has(bonus)) return 'in-contract';
    return (times.get(bonus) ?? 0) >= expectedAfter ? 'expected' : null;
  };
}

function whyNone(groups: readonly Choices[], budget: number): NonNullable<BonusPlan['none']> {
  const costs = groups.flat().map(({ cost }) => cost);
  if (costs.length === 0) return { code: 'nobody-to-surprise', detail: {} };
  const least = costs.reduce((a, b) => Math.min(a, b));
  return { code: 'budget-below-every-bonus', detail: { budget, least } };
}

/** By id, so that the order in which they come changes nothing; refused where an id comes twice. */
function inOrder<Item extends { readonly id: string }>(
  path: string,
  items: readonly Item[],
): readonly Item[] {
  const seen = new Set<string>();
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id)) refuse(`${path}[${i}].id`, id, 'each id once', 'duplicate-id');
    seen.add(id);
  }
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
