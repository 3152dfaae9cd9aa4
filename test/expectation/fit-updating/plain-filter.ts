import type { UpdatingFit, UpdatingHistory } from 'overdeliver/expectation';

const day = 86_400_000;

/** The numbers of a fit by name; how answers stray, with the register before it, as `desired.reportSd`. */
export type Numbers = Readonly<Record<string, number>>;

export const numbersOf = ({ numbers, strays }: UpdatingFit): Numbers =>
  Object.fromEntries([
    ...numbers.map(({ name, value }) => [name, value]),
    ...(['predicted', 'desired'] as const).flatMap((register) =>
      strays[register].map(({ name, value }) => [`${register}.${name}`, value]),
    ),
  ]);

const points = 240;

/** Mean, variance and covariance with the level itself of a function of a normal level, summed over many points. */
function momentsOf(mean: number, variance: number, f: (x: number) => number) {
  const sd = Math.sqrt(variance);
  let [weight, sum, squares, cross] = [0, 0, 0, 0];
  for (let i = 0; i < points; i++) {
    const z = -8 + (16 * (i + 0.5)) / points;
    const density = Math.exp((-z * z) / 2);
    const y = f(mean + sd * z);
    weight += density;
    sum += density * y;
    squares += density * y * y;
    cross += density * y * z * sd;
  }
  const middle = sum / weight;
  return { mean: middle, variance: squares / weight - middle ** 2, cross: cross / weight };
}

/**
 * The log likelihood of reports by a plain filter: means and covariance of the predicted and the desired level, `v` the customer's own
 * variance. Lifts are summed over the normal distribution, without a formula.
 */
export function logLikelihoodOf(
  { start, from, path }: UpdatingHistory,
  p: Numbers,
  of: 'predicted' | 'desired',
): number {
  const number = (name: string) => p[name] as number;
  let [m, d, v] = [start.predicted.mean, start.desired, start.predicted.variance];
  let [mm, dd, md] = [number('predicted.startSd') ** 2, (p['desired.startSd'] ?? 0) ** 2, 0];
  let since = Number(from);
  let log = 0;
  const bend = (f: (x: number) => number) => {
    const { mean, variance, cross } = momentsOf(d, dd, f);
    md *= cross / dd;
    [d, dd] = [mean, variance];
  };
  const lift = (to: number, share: number) => bend((x) => x + share * Math.max(0, to - x));
  for (const { at, event, reported } of path) {
    const days = (Number(at) - since) / day;
    since = Number(at);
    mm += days * number('predicted.unseenVariancePerDay');
    v += days * number('driftVariancePerDay');
    if (of === 'desired') {
      const left = 0.5 ** (days / number('desiredHalfLifeDays'));
      const before = mm - days * number('predicted.unseenVariancePerDay');
      d = left * d + (1 - left) * m;
      dd = left ** 2 * dd + (1 - left) ** 2 * before + 2 * left * (1 - left) * md;
      md = left * md + (1 - left) * before;
      dd += days * number('desired.unseenVariancePerDay');
      if (event?.kind === 'experience') lift(event.perceived, number('desiredRise'));
      if (event?.kind === 'need') lift(event.level, 1);
      // A tenth of what is left to 100 on top.
      if (event?.kind === 'competitorOffer')
        lift(event.level + 0.1 * (100 - event.level), event.reliability ?? 1);
    }
    const seen =
      event?.kind === 'experience'
        ? event.perceived
        : event?.kind === 'information' || event?.kind === 'promise'
          ? event.level
          : null;
    if (seen !== null) {
      const own = (event as { readonly sd?: number }).sd;
      const sd = own ?? number(event?.kind === 'experience' ? 'experienceSd' : 'informationSd');
      const gain = v / (v + sd ** 2);
      v *= 1 - gain;
      m += gain * (seen - m);
      mm *= (1 - gain) ** 2;
      md *= 1 - gain;
    }
    if (of === 'desired') {
      // Never below the predicted level: the lead is cut at 0.
      const [spread, shared] = [dd - 2 * md + mm, md - mm];
      const { mean, variance, cross } = momentsOf(d - m, spread, (lead) => Math.max(0, lead));
      const kept = (shared * cross) / spread;
      d = m + mean;
      dd = variance + 2 * kept + mm;
      md = kept + mm;
    }
    const tell = (said: number | undefined, isPredicted: boolean) => {
      if (said === undefined) return;
      const noise = number(isPredicted ? 'predicted.reportSd' : 'desired.reportSd') ** 2;
      const [own, mean] = isPredicted ? [mm, m] : [dd, d];
      const [offM, offD] = isPredicted ? [mm, md] : [md, dd];
      const off = said - mean;
      const variance = own + noise;
      log -= (Math.log(2 * Math.PI * variance) + off ** 2 / variance) / 2;
      m += (offM / variance) * off;
      d += (offD / variance) * off;
      mm -= offM ** 2 / variance;
      dd -= offD ** 2 / variance;
      md -= (offM * offD) / variance;
    };
    tell(reported?.predicted, true);
    if (of === 'desired') tell(reported?.desired, false);
  }
  return log;
}
