import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { surveyIntentions, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { marketplaceSatisfaction } from 'overdeliver/satisfaction';
import { simulatePolicies, simulationDefaults, type World } from 'overdeliver/simulation';
import { keyedUniforms } from '../../src/numerics/keyed-uniforms';
import { uniforms } from '../../src/numerics/uniforms';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';

const world: World = {
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
  attraction: (days) => Math.exp(-0.03 * days),
  order: { revenue: 30, cost: 18, perBroken: 2 },
  customers: { 'long-term': 55_000 },
  days: 420,
  seed: 7,
  replications: 2,
  parameters: {
    ...simulationDefaults,
    id: 'bench/loyal',
    parameters: {
      ...simulationDefaults.parameters,
      needEveryDays: { ...simulationDefaults.parameters.needEveryDays, value: 20 },
      returnsPerIntention: { ...simulationDefaults.parameters.returnsPerIntention, value: 1 },
    },
  },
};
const quotes = [7, 10] as const;

const ours = () => {
  const [bold, margin] = [() => quotes[0], () => quotes[1]];
  const { policies } = simulatePolicies(world, { policies: { bold, margin } });
  return [policies.bold, policies.margin].map(({ orders }) => (orders?.estimate ?? 0) * 2);
};

/** The same customers in one loop over typed arrays, written for just this world: no stages, no talk that anybody hears. */
function byHand(): readonly number[] {
  const n = 55_000;
  const of = (name: string) => marketplaceSatisfaction.parameters[name]?.value as number;
  const [performance, gain, loss] = [of('time.performance'), of('time.gain'), of('time.loss')];
  const cap = of('time.cap');
  const cuts = Float64Array.from([1, 2, 3, 4], (k) => of(`threshold.${k}`));
  const { parameters: intends } = surveyIntentions;
  const base = intends['repurchase.base'].value + intends['repurchase.longTerm'].value;
  const slope = intends['repurchase.satisfaction'].value / 100;
  const [whenBelow, whenMore] = [
    intends['repurchase.below'].value,
    intends['repurchase.exceeded'].value,
  ];
  const { parameters: talk } = wordOfMouthDefaults;
  const silent = [
    talk['silentAt.below'].value,
    talk['silentAt.met'].value,
    talk['silentAt.exceeded'].value,
  ];
  const curve = talk.curve.value;
  const usual = world.capability.quantile(0.5);
  const levelOf = (time: number) => 100 / (1 + time / usual / 3);
  const next = uniforms(7);
  const orders = [0, 0];
  const out = new Float64Array(2);
  const [at, since, mean, variance, takes] = Array.from(
    { length: 5 },
    () => new Float64Array(n),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const waits = new Uint8Array(n);
  const needs = new Uint32Array(n);
  let told = 0;
  for (let r = 0; r < 2; r++) {
    const key = Math.floor(next() * 2 ** 32);
    for (let p = 0; p < 2; p++) {
      const quote = quotes[p] as number;
      const promised = levelOf(quote);
      const chance = 0.8 * Math.exp(-0.03 * quote);
      for (let c = 0; c < n; c++) {
        keyedUniforms(key, c, 0, out);
        at[c] = -Math.log(out[1] as number) * 20;
        since[c] = 0;
        mean[c] = 75;
        variance[c] = start;
        waits[c] = 0;
        needs[c] = 0;
      }
      for (let end = 7; end <= 420; end += 7) {
        for (let c = 0; c < n; c++) {
          while ((at[c] as number) < end) step(c);
        }
      }
      for (let c = 0; c < n; c++) if (waits[c] === 1) step(c);

      function step(c: number): void {
        const day = at[c] as number;
        if (waits[c] === 0) {
          const need = (needs[c] as number) + 1;
          needs[c] = need;
          const m = mean[c] as number;
          const odds = chance * Math.exp(0.02 * (m - 75));
          keyedUniforms(key, c, 2 * need, out);
          if ((out[0] as number) < odds / (1 - chance + odds)) {
            const v = (variance[c] as number) + (day - (since[c] as number)) * 0.75;
            const ratio = 20 / Math.sqrt(v);
            mean[c] = m + (promised - m) / (1 + ratio * ratio);
            variance[c] = v / (1 + 1 / (ratio * ratio));
            since[c] = day;
            takes[c] = world.capability.quantile(out[1] as number);
            waits[c] = 1;
            at[c] = day + (takes[c] as number);
            orders[p] = (orders[p] as number) + 1;
            return;
          }
          keyedUniforms(key, c, 2 * need + 1, out);
          at[c] = (out[0] as number) < 0.95 ? day - Math.log(out[1] as number) * 20 : Infinity;
          return;
        }
        const x = takes[c] as number;
        const m = mean[c] as number;
        const v = (variance[c] as number) + (day - (since[c] as number)) * 0.75;
        const perceived = levelOf(x);
        const gap = quote - x;
        let u = performance * Math.log(x);
        if (gap > 0) u += gain * Math.min(gap, cap);
        else u -= loss * Math.min(-gap, cap);
        let above = 0;
        for (let k = 0; k < 4; k++) above += 1 / (1 + Math.exp((cuts[k] as number) - u));
        const score = 25 * above;
        const below = gap < 0 || promised - perceived >= 5 || m - perceived >= 5;
        const outcome = below ? 0 : gap >= 0.1 * quote || perceived - m >= 5 ? 2 : 1;
        const quiet = silent[outcome] as number;
        const lead = score - quiet;
        const extreme = lead > 0 ? lead / (100 - quiet) : -lead / quiet;
        told += (lead > 0 ? 2 : 3) * extreme ** curve * (outcome === 1 ? 0.5 : 1);
        const ratio = 15 / Math.sqrt(v);
        mean[c] = m + (perceived - m) / (1 + ratio * ratio);
        variance[c] = v / (1 + 1 / (ratio * ratio));
        since[c] = day;
        waits[c] = 0;
        const logOdds =
          base + slope * score + (outcome === 0 ? whenBelow : outcome === 2 ? whenMore : 0);
        keyedUniforms(key, c, 2 * (needs[c] as number) + 1, out);
        const stays = (out[0] as number) < 1 / (1 + Math.exp(-logOdds));
        at[c] = stays ? day - Math.log(out[1] as number) * 20 : Infinity;
      }
    }
  }
  if (Number.isNaN(told)) throw new Error('what is told must be a number');
  return orders;
}

/** The variance of what a long-term customer expects at first: experience .611, talk .111 of .722, each with sd 15. */
const [experienced, heard] = [11 / 18 / (13 / 18), 2 / 18 / (13 / 18)];
const start = 225 * (experienced ** 2 + heard ** 2);

/** The most memory held while a world of so many days is played. */
function memoryHeld(days: number): number {
  globalThis.gc?.();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const { customers: _, ...rest } = world;
  const onProgress = () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  };
  simulatePolicies(
    { ...rest, customers: 10_000, days },
    { policies: { one: () => 8 }, onProgress, batch: 10_000 },
  );
  return most;
}

/** Whether the promises of a policy can be simulated for a whole market. */
export const simulation: Bench = {
  room: 'simulation',
  run() {
    const one = '1,000,000 purchases, two policies';
    const [mine, theirs] = [ours(), byHand()];
    const apart = mine.reduce((sum, count, p) => sum + Math.abs(count - (theirs[p] as number)), 0);
    const all = mine.reduce((sum, count) => sum + count, 0);
    const { ratio, subject } = timePairs(ours, byHand, 5);
    const memory = memoryHeld(2000) / memoryHeld(200);
    return [
      row('simulation', one, 'purchases', all),
      row('simulation', one, 'orders that differ from that loop', apart),
      row('simulation', one, 'ratio to a hand-written loop', ratio),
      row('simulation', one, 'milliseconds', subject),
      row('simulation', 'ten times the days', 'ratio of the memory held', memory),
    ];
  },
};
