import { observe } from '../expectation/local-level';
import { keyedUniforms } from '../numerics/keyed-uniforms';
import { goOn, neverUsed } from './customers';
import type { Offer } from './offers';
import type { Scene } from './scene';
import { add } from './tally';

/** A need arises: the customer is told the quote, and orders, or does not. */
export function ask({ world, key, customers, tally, draws, period }: Scene, c: number): void {
  const { numbers, expectation, capability, daysPerUnit } = world;
  const day = customers.next[c] as number;
  const stage = customers.stage[c] as number;
  const offer = period.offers[stage] as Offer;
  const need = ((customers.needs[c] as number) + 1) >>> 0;
  customers.needs[c] = need;
  const isNew = stage === neverUsed;
  const mean = isNew ? period.newcomer.mean : (customers.mean[c] as number);
  add(tally, 'asked', 1);
  if (offer.isFull) add(tally, 'full', 1);
  keyedUniforms(key, c, 2 * need, draws);
  const lead = mean - numbers.usualLevel;
  if ((draws[0] as number) < swayed(offer.chance, numbers.orderOddsPerPoint * lead)) {
    const waited = isNew ? 0 : day - (customers.since[c] as number);
    const variance = isNew ? period.newcomer.variance : (customers.variance[c] as number);
    // The promise is information, as `updateExpectation` takes it.
    const expected = observe(
      { mean, variance: variance + waited * expectation.driftVariancePerDay },
      offer.level,
      expectation.informationSd,
    );
    const takes = capability.quantile(draws[1] as number);
    customers.mean[c] = expected.mean;
    customers.variance[c] = expected.variance;
    customers.since[c] = day;
    customers.quote[c] = offer.quote;
    customers.promised[c] = offer.level;
    customers.takes[c] = takes;
    customers.waits[c] = 1;
    customers.next[c] = day + takes * daysPerUnit;
    if (isNew) customers.first[c] = day;
    add(tally, 'orders', 1);
    return;
  }
  keyedUniforms(key, c, 2 * need + 1, draws);
  goOn(customers, c, (draws[0] as number) < numbers.asksAgain, draws[1] as number, numbers);
}

/** A chance with its odds moved. */
function swayed(chance: number, logOdds: number): number {
  const odds = chance * Math.exp(logOdds);
  return odds / (1 - chance + odds);
}
