import type { UpdatingHistory } from 'overdeliver/expectation';
import { fitUpdating } from 'overdeliver/expectation';
import { expect, it } from 'vitest';
import { given } from '../given';
import { names } from './world';

const day = 86_400_000;
const noise = [1, -2, 3, -1, 2, -3, 0, 2, -1, 3, -2, 1, -3, 0];

/** What customers met after some days, and how long after it they were asked, with the levels they move by. */
const customers = noise.map((_, i) => ({
  mean: 50,
  variance: 80 + 10 * i,
  desired: 62 + ((i * 5) % 13),
  days: 5 + ((i * 17) % 60),
  perceived: 20 + ((i * 37) % 78),
  later: 10 + ((i * 61) % 290),
}));
type Customer = (typeof customers)[number];

/** Both levels when a customer is asked: the desired one fades towards the predicted one, and rises by a share of what is above it. */
function asked(
  { mean, variance, desired, days, perceived, later }: Customer,
  p: { readonly sd: number; readonly drift: number; readonly rise: number; readonly half: number },
) {
  const fade = (lead: number, time: number) => lead * 0.5 ** (time / p.half);
  let d = mean + fade(desired - mean, days);
  d += p.rise * Math.max(0, perceived - d);
  const v = variance + days * p.drift;
  const m = mean + (v / (v + p.sd ** 2)) * (perceived - mean);
  return { predicted: m, desired: m + fade(Math.max(d, m) - m, later) };
}

const truth = { sd: 12, drift: 1, rise: 0.4, half: 150 };
const reports = customers.map((one, i) => {
  const { predicted, desired } = asked(one, truth);
  const [off, other] = [noise[i] as number, noise[(i + 5) % noise.length] as number];
  return { predicted: predicted + off, desired: desired + other };
});
const histories = customers.map(
  ({ mean, variance, desired, days, perceived, later }, i): UpdatingHistory => ({
    start: given({ predicted: { mean, variance }, desired, adequate: 40 }),
    from: 0,
    path: [
      { at: days * day, event: { kind: 'experience', perceived } },
      { at: (days + later) * day, reported: reports[i] },
    ],
  }),
);

it('desired levels that are told once are followed as they fade and rise, up to noise', () => {
  const { numbers, strays, parameters, flags } = fitUpdating(histories, names);
  const value = (name: string) => numbers.find((one) => one.name === name)?.value as number;
  const found = {
    sd: value('experienceSd'),
    drift: value('driftVariancePerDay'),
    rise: value('desiredRise'),
    half: value('desiredHalfLifeDays'),
  };
  const spread = { predicted: strays.predicted[0]?.value, desired: strays.desired[0]?.value };
  const total = (of: 'predicted' | 'desired', p = found) =>
    customers.reduce((sum, one, i) => {
      const variance = (spread[of] as number) ** 2;
      const off = (reports[i]?.[of] as number) - asked(one, p)[of];
      return sum - (Math.log(2 * Math.PI * variance) + off ** 2 / variance) / 2;
    }, 0);
  // Predicted reports count once alone, and once beside the desired ones.
  expect(parameters.fit?.logLikelihood).toBeCloseTo(2 * total('predicted') + total('desired'), 6);
  for (const name of ['rise', 'half'] as const) {
    const [less, more] = [0.99, 1.01].map((by) =>
      total('desired', { ...found, [name]: found[name] * by }),
    );
    expect(less).toBeLessThan(total('desired'));
    expect(more).toBeLessThan(total('desired'));
  }
  expect(Math.abs(found.rise - truth.rise)).toBeLessThan(0.1);
  expect(Math.abs(found.half / truth.half - 1)).toBeLessThan(0.3);
  expect(flags.map(({ code, detail }) => [code, detail.register])).toEqual([
    ['unseen-events', 'predicted'],
    ['one-report-each', 'predicted'],
    ['few-customers', 'predicted'],
    ['one-report-each', 'desired'],
    ['few-customers', 'desired'],
  ]);
});
