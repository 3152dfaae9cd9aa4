import type { Outcome } from '../core/outcome';
import { observe } from '../expectation/local-level';
import { intentionLogOdds } from '../loyalty/intention-rows';
import { told } from '../loyalty/told';
import { keyedUniforms } from '../numerics/keyed-uniforms';
import { logistic } from '../numerics/logistic';
import { plus } from '../numerics/nearly';
import { judgedLevel, judgedTime } from '../satisfaction/judged-outcome';
import type { WorldRead } from './compile-world';
import { type Customers, firstUse, goOn, longTerm } from './customers';
import { levelOfTime } from './level-of-time';
import type { Scene } from './scene';
import { add } from './tally';

/** An order arrives: how the customer feels, what they tell, what they expect from now on, and whether they return. */
export function arrive(scene: Scene, c: number): void {
  const { world, key, customers, tally, draws } = scene;
  const { expectation, numbers, outcome: noticed } = world;
  const day = customers.next[c] as number;
  const quote = customers.quote[c] as number;
  const takes = customers.takes[c] as number;
  const mean = customers.mean[c] as number;
  const waited = day - (customers.since[c] as number);
  const variance = (customers.variance[c] as number) + waited * expectation.driftVariancePerDay;
  const perceived = levelOfTime(takes, world.usual, numbers);

  const satisfaction = scene.satisfactionOf(quote, takes);
  const onTime = judgedTime(quote, takes, noticed.noticeableShare).outcome;
  const promised = customers.promised[c] as number;
  const asHoped = judgedLevel(mean, promised, perceived, noticed.noticeablePoints).outcome;
  const outcome = together(onTime, asHoped);
  const stage = use(customers, c, day, expectation);
  const words = told({ satisfaction, outcome }, world.wordOfMouth);

  const after = observe({ mean, variance }, perceived, expectation.experienceSd);
  customers.mean[c] = after.mean;
  customers.variance[c] = after.variance;
  customers.since[c] = day;

  const intends = logistic(
    intentionLogOdds(
      world.repurchase,
      satisfaction,
      outcome === 'below' ? 1 : 0,
      outcome === 'exceeded' ? 1 : 0,
      stage === longTerm ? 1 : 0,
    ),
  );
  keyedUniforms(key, c, 2 * (customers.needs[c] as number) + 1, draws);
  const returns = (draws[0] as number) < numbers.returnsPerIntention * intends;
  goOn(customers, c, returns, draws[1] as number, numbers);

  const heard = words.positive + words.negative;
  add(tally, 'heard', heard);
  add(tally, 'levels', heard * satisfaction);
  add(tally, 'positive', words.positive);
  add(tally, 'negative', words.negative);
  add(tally, 'satisfaction', satisfaction);
  add(tally, outcome, 1);
  if (onTime !== 'below') add(tally, 'kept', 1);
  if (returns) add(tally, 'returns', 1);
  add(tally, 'quotes', quote);
  add(tally, 'profit', earned(world, quote, takes, onTime));
}

/** The worst one decides where something failed, the best one where nothing did, as in `predictSatisfaction`. */
const together = (a: Outcome, b: Outcome): Outcome =>
  a === 'below' || b === 'below' ? 'below' : a === 'exceeded' ? a : b;

/** Counts a use, and gives the stage from then on: that of `classifyStage`, with days of 24 hours. */
function use(
  customers: Customers,
  c: number,
  day: number,
  { settlingInDays, minimumUses }: WorldRead['expectation'],
): number {
  const uses = (customers.uses[c] as number) + 1;
  customers.uses[c] = uses;
  const settled = day - (customers.first[c] as number) >= settlingInDays && uses >= minimumUses;
  const stage = settled ? longTerm : firstUse;
  customers.stage[c] = stage;
  return stage;
}

/** What an order leaves, what is paid back for a broken promise taken off. */
function earned({ order }: WorldRead, quote: number, takes: number, onTime: Outcome): number {
  const { revenue, cost, perUnitLate, perBroken } = order;
  const late = onTime === 'below' ? perBroken + perUnitLate * (takes - quote) : 0;
  return plus(revenue, -cost) - late;
}
