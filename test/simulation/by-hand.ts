import {
  classifyStage,
  type Expectation,
  formExpectation,
  judgeOutcome,
  judgePromise,
  type Outcome,
  predictIntention,
  predictSatisfaction,
  predictWordOfMouth,
  type Stage,
  updateExpectation,
} from 'overdeliver';
import { type Policy, simulationDefaults, type World } from 'overdeliver/simulation';
import { keyedUniforms } from '../../src/numerics/keyed-uniforms';

const numbers = Object.fromEntries(
  Object.entries(simulationDefaults.parameters).map(([name, { value }]) => [name, value]),
) as Record<keyof typeof simulationDefaults.parameters, number>;

interface Customer {
  stage: Stage | 'gone';
  next: number;
  needs: number;
  uses: number[];
  first: number;
  since: number;
  expectation: Expectation | null;
  order: { quote: number; level: number; takes: number } | null;
}

const date = (day: number) => new Date(Math.round(day * 86_400_000));

/** One replication of a world in days with newcomers only, by the public functions alone: the sums of what happened. */
export function byHand(world: World, policy: Policy, key: number) {
  const usual = world.capability.quantile(0.5);
  const levelOf = (time: number) => {
    const c = numbers.usualLevel / 100;
    return 100 / (1 + ((1 - c) / c) * (time / usual) ** numbers.levelSteepness);
  };
  const draw = (c: number, step: number): [number, number] => {
    const out = new Float64Array(2);
    keyedUniforms(key, c, step, out);
    return [out[0] as number, out[1] as number];
  };
  const gap = (uniform: number) => -Math.log(uniform) * numbers.needEveryDays;
  const sums = {
    asked: 0,
    orders: 0,
    satisfaction: 0,
    below: 0,
    exceeded: 0,
    returning: 0,
    heardGood: 0,
    heardBad: 0,
    profit: 0,
  };
  let reputation = numbers.reputation;
  let heard = numbers.reputationWeight * (world.customers as number);
  let told = { heard: 0, levels: 0 };

  const customers = Array.from({ length: world.customers as number }, (_, c): Customer => {
    const next = gap(draw(c, 0)[1]);
    return {
      stage: 'never-used',
      next,
      needs: 0,
      uses: [],
      first: 0,
      since: 0,
      expectation: null,
      order: null,
    };
  });

  const goOn = (customer: Customer, stays: boolean, uniform: number) => {
    if (stays) customer.next += gap(uniform);
    else {
      customer.stage = 'gone';
      customer.next = Infinity;
    }
  };

  const ask = (customer: Customer, c: number, day: number) => {
    const stage = customer.stage as Stage;
    const quote = policy({ capability: world.capability, stage, day });
    const isNew = customer.expectation === null;
    const signals = { ...world.signals, wordOfMouth: reputation };
    const expectation = customer.expectation ?? formExpectation({ stage: 'never-used', signals });
    customer.needs++;
    sums.asked++;
    const orders = isNew ? numbers.newcomerOrders : numbers.customerOrders;
    const chance = orders * world.attraction(quote);
    const lead = expectation.predicted.mean - numbers.usualLevel;
    const odds = chance * Math.exp(numbers.orderOddsPerPoint * lead);
    const [luck, time] = draw(c, 2 * customer.needs);
    if (luck < odds / (1 - chance + odds)) {
      sums.orders++;
      const level = levelOf(quote);
      const elapsedDays = isNew ? 0 : customer.next - customer.since;
      customer.expectation = updateExpectation(
        expectation,
        { kind: 'promise', level },
        { elapsedDays },
      );
      if (isNew) customer.first = customer.next;
      customer.since = customer.next;
      customer.order = { quote, level, takes: world.capability.quantile(time) };
      customer.next += customer.order.takes;
    } else {
      const [again, wait] = draw(c, 2 * customer.needs + 1);
      goOn(customer, again < numbers.asksAgain, wait);
    }
  };

  const arrive = (customer: Customer, c: number) => {
    const { quote, takes } = customer.order as NonNullable<Customer['order']>;
    const before = customer.expectation as Expectation;
    const perceived = levelOf(takes);
    const { score } = predictSatisfaction({ promised: quote, actual: takes, unit: 'days' });
    const onTime = judgePromise({ promised: quote, actual: takes });
    const asHoped = judgeOutcome(before, { perceived });
    const both = [onTime.outcome, asHoped.outcome];
    const outcome: Outcome = both.includes('below')
      ? 'below'
      : both.includes('exceeded')
        ? 'exceeded'
        : 'met';
    customer.uses.push(customer.next);
    const { stage } = classifyStage(
      { firstPurchase: date(customer.first), uses: customer.uses.map(date) },
      { asOf: date(customer.next) },
    );
    customer.stage = stage;
    const { positive, negative } = predictWordOfMouth({ satisfaction: score, outcome });
    const { repurchase } = predictIntention({
      satisfaction: score,
      outcome,
      stage: stage as 'first-use' | 'long-term',
    });
    customer.expectation = updateExpectation(
      before,
      { kind: 'experience', perceived },
      { elapsedDays: customer.next - customer.since },
    );
    customer.since = customer.next;
    customer.order = null;
    const [luck, wait] = draw(c, 2 * customer.needs + 1);
    const returns = luck < numbers.returnsPerIntention * repurchase;
    goOn(customer, returns, wait);
    told.heard += positive + negative;
    told.levels += (positive + negative) * score;
    sums.heardGood += positive;
    sums.heardBad += negative;
    sums.satisfaction += score;
    if (outcome !== 'met') sums[outcome]++;
    if (returns) sums.returning++;
    const { revenue, cost, perUnitLate = 0, perBroken = 0 } = world.order;
    const late = onTime.outcome === 'below' ? perBroken + perUnitLate * (takes - quote) : 0;
    sums.profit += revenue - cost - late;
  };

  for (let day = 0; day < world.days; day += numbers.periodDays) {
    const end = Math.min(world.days, day + numbers.periodDays);
    customers.forEach((customer, c) => {
      while (customer.next < end) {
        if (customer.order) arrive(customer, c);
        else ask(customer, c, day);
      }
    });
    const remembered = 2 ** (-numbers.periodDays / numbers.talkHalfLifeDays) * heard;
    heard = remembered + told.heard;
    if (told.heard > 0)
      reputation += (told.heard / heard) * (told.levels / told.heard - reputation);
    told = { heard: 0, levels: 0 };
  }
  customers.forEach((customer, c) => {
    if (customer.order) arrive(customer, c);
  });
  return { sums, reputation };
}
