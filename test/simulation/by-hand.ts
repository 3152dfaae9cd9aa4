import {
  classifyStage,
  type Expectation,
  formExpectation,
  judgeOutcome,
  judgePromise,
  type Outcome,
  type ParameterSet,
  predictIntention,
  predictSatisfaction,
  predictWordOfMouth,
  type Stage,
  updateExpectation,
} from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { type Policy, simulationDefaults, type World } from 'overdeliver/simulation';
import { draw } from './draws';

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

const numbersOf = <Name extends string>(set: ParameterSet<Name>) =>
  Object.fromEntries(
    Object.entries<{ value: number }>(set.parameters).map(([name, { value }]) => [name, value]),
  ) as Record<Name, number>;

const date = (day: number) => new Date(Math.round(day * 86_400_000));

/** One replication of a world by the public functions alone: the sums of what happened, and who is where in the end. */
export function byHand(world: World, policy: Policy, key: number) {
  const { capability, models = {}, signals, daysPerUnit = 1 } = world;
  const unit = capability.unit === 'hours' ? 'hours' : 'days';
  const numbers = numbersOf(world.parameters ?? simulationDefaults);
  const parameters = models.expectation ?? expectationDefaults;
  const { settlingInDays, minimumUses } = numbersOf(parameters);
  const usual = world.usual ?? capability.quantile(0.5);
  const levelOf = (time: number) => {
    const c = numbers.usualLevel / 100;
    return 100 / (1 + ((1 - c) / c) * (time / usual) ** numbers.levelSteepness);
  };
  const gap = (uniform: number) => -Math.log(uniform) * numbers.needEveryDays;
  const sums = {
    ...{ asked: 0, full: 0, orders: 0, quotes: 0, kept: 0, satisfaction: 0 },
    ...{ below: 0, met: 0, exceeded: 0, returning: 0, heardGood: 0, heardBad: 0, profit: 0 },
  };
  let reputation = numbers.reputation;
  let told = { heard: 0, levels: 0 };

  const start = (stage: Stage, c: number): Customer => {
    const hasUsed = stage !== 'never-used';
    const uses = stage === 'long-term' ? minimumUses : hasUsed ? 1 : 0;
    const first = stage === 'long-term' ? -settlingInDays : 0;
    const found = stage === 'first-use' ? 'firstImpression' : 'longTermExperience';
    const heardOf = { ...signals, wordOfMouth: reputation, [found]: numbers.usualLevel };
    const expectation = hasUsed
      ? formExpectation({ stage, signals: heardOf }, { parameters })
      : null;
    const next = gap(draw(key, c, 0)[1]);
    const used = Array<number>(uses).fill(first);
    return { stage, next, needs: 0, uses: used, first, since: 0, expectation, order: null };
  };
  const given = world.customers;
  const counts = typeof given === 'number' ? { 'never-used': given } : given;
  const customers = stageNames
    .flatMap((stage) => Array<Stage>(counts[stage] ?? 0).fill(stage))
    .map(start);
  let heard = numbers.reputationWeight * customers.length;

  const goOn = (customer: Customer, stays: boolean, uniform: number) => {
    if (stays) customer.next += gap(uniform);
    else {
      customer.stage = 'gone';
      customer.next = Infinity;
    }
  };

  const ask = (customer: Customer, c: number, day: number) => {
    const stage = customer.stage as Stage;
    const quote = policy({ capability, stage, day });
    const isNew = customer.expectation === null;
    const expectation =
      customer.expectation ??
      formExpectation(
        { stage: 'never-used', signals: { ...signals, wordOfMouth: reputation } },
        { parameters },
      );
    customer.needs++;
    sums.asked++;
    const wanted =
      (isNew ? numbers.newcomerOrders : numbers.customerOrders) * world.attraction(quote);
    if (wanted > 1) sums.full++;
    const chance = Math.min(1, wanted);
    const lead = expectation.predicted.mean - numbers.usualLevel;
    const odds = chance * Math.exp(numbers.orderOddsPerPoint * lead);
    const [luck, time] = draw(key, c, 2 * customer.needs);
    if (luck < odds / (1 - chance + odds)) {
      sums.orders++;
      sums.quotes += quote;
      const level = levelOf(quote);
      const elapsedDays = isNew ? 0 : customer.next - customer.since;
      customer.expectation = updateExpectation(
        expectation,
        { kind: 'promise', level },
        { elapsedDays, parameters },
      );
      if (isNew) customer.first = customer.next;
      customer.since = customer.next;
      customer.order = { quote, level, takes: capability.quantile(time) };
      customer.next += customer.order.takes * daysPerUnit;
    } else {
      const [again, wait] = draw(key, c, 2 * customer.needs + 1);
      goOn(customer, again < numbers.asksAgain, wait);
    }
  };

  const arrive = (customer: Customer, c: number) => {
    const { quote, takes } = customer.order as NonNullable<Customer['order']>;
    const before = customer.expectation as Expectation;
    const perceived = levelOf(takes);
    const delivery = { promised: quote, actual: takes };
    const { score } = predictSatisfaction({ ...delivery, unit }, { model: models.satisfaction });
    const judging = { parameters: models.outcome };
    const onTime = judgePromise(delivery, judging).outcome;
    const both = [onTime, judgeOutcome(before, { perceived }, judging).outcome];
    const outcome: Outcome = both.includes('below')
      ? 'below'
      : both.includes('exceeded')
        ? 'exceeded'
        : 'met';
    customer.uses.push(customer.next);
    const { stage } = classifyStage(
      { firstPurchase: date(customer.first), uses: customer.uses.map(date) },
      { asOf: date(customer.next), parameters },
    );
    customer.stage = stage;
    const { positive, negative } = predictWordOfMouth(
      { satisfaction: score, outcome },
      { parameters: models.wordOfMouth },
    );
    const { repurchase } = predictIntention(
      { satisfaction: score, outcome, stage: stage as 'first-use' | 'long-term' },
      { parameters: models.intention },
    );
    customer.expectation = updateExpectation(
      before,
      { kind: 'experience', perceived },
      { elapsedDays: customer.next - customer.since, parameters },
    );
    customer.since = customer.next;
    customer.order = null;
    const [luck, wait] = draw(key, c, 2 * customer.needs + 1);
    const returns = luck < numbers.returnsPerIntention * repurchase;
    goOn(customer, returns, wait);
    told.heard += positive + negative;
    told.levels += (positive + negative) * score;
    sums.heardGood += positive;
    sums.heardBad += negative;
    sums.satisfaction += score;
    sums[outcome]++;
    if (onTime !== 'below') sums.kept++;
    if (returns) sums.returning++;
    const { revenue, cost, perUnitLate = 0, perBroken = 0 } = world.order;
    const late = onTime === 'below' ? perBroken + perUnitLate * (takes - quote) : 0;
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
  const at = (stage: Stage | 'gone') => customers.filter((one) => one.stage === stage).length;
  const stages = [...stageNames, 'gone' as const].map((stage) => [stage, at(stage)] as const);
  customers.forEach((customer, c) => {
    if (customer.order) arrive(customer, c);
  });
  return { sums, reputation, stages: Object.fromEntries(stages) };
}

const stageNames = ['never-used', 'first-use', 'long-term'] as const;
