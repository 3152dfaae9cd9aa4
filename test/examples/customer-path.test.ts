import { readFileSync } from 'node:fs';
import { surveyIntentions, switchingDefaults } from 'overdeliver/loyalty';
import { surveySatisfaction } from 'overdeliver/satisfaction';
import { expect, it } from 'vitest';

const printed = readFileSync(new URL('customer-path.txt', import.meta.url), 'utf8');
const rows = printed
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split(/ {2,}/));

// By hand: rank-order centroids (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3 of levels 80, 90 and 70, the second believed to .4.
const weights = [11 / 18, (5 / 18) * 0.4, 2 / 18];
const levels = [80, 90, 70];
const total = weights.reduce((sum, w) => sum + w, 0);
const shares = weights.map((w) => w / total);
const weighted = (of: (level: number, share: number) => number) =>
  shares.reduce((sum, share, i) => sum + of(levels[i] as number, share), 0);
const hope = weighted((x, share) => share * x);
const spread = weighted((x, share) => share * (x - hope) ** 2 + share ** 2 * 15 ** 2);

const days = ['2026-01-12', '2026-02-09', '2026-03-09', '2026-04-13', '2026-05-11'];
const perceived = [88, 82, 74, 60, 90];

/** Kalman steps by hand: .75 points^2 more each day, an experience of sd 15. */
function steps() {
  let [mean, variance, since] = [hope, spread, Date.parse('2026-01-01T23:00:00Z')];
  return days.map((day, i) => {
    const at = Date.parse(`${day}T11:00:00Z`);
    variance += (0.75 * (at - since)) / 86_400_000;
    const gain = variance / (variance + 15 ** 2);
    const before = mean;
    mean += gain * ((perceived[i] as number) - mean);
    variance *= 1 - gain;
    since = at;
    return { before, after: mean, surprise: (perceived[i] as number) - before };
  });
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const shown = (share: number) => share.toFixed(3);

it('expects what Kalman steps by hand expect', () => {
  const levels = rows.map(([, , expected]) => Number(expected));
  const byHand = [hope, ...steps().map(({ before }) => before)];
  expect(levels).toEqual(byHand.map((level) => Number(level.toFixed(1))));
});

it('grows with the dates: settled in 90 days after 8 January, on 8 April', () => {
  expect(rows.map(([, stage]) => stage)).toEqual([
    'first-use',
    'first-use',
    'first-use',
    'first-use',
    'long-term',
    'long-term',
  ]);
});

it('is judged by the difference, 5 points of which are noticed', () => {
  const outcomes = steps().map(({ surprise }) =>
    surprise >= 5 ? 'exceeded' : surprise <= -5 ? 'below' : 'met',
  );
  expect(rows.slice(1).map(([, , , , outcome]) => outcome)).toEqual(outcomes);
});

/** The ordinal logit by hand: a chance to answer above each of nine thresholds, 1 to 10 on 0 to 100. */
function feltOf(expected: number, level: number): number {
  const number = (name: string) => surveySatisfaction.parameters[name]?.value as number;
  const gap = level - expected;
  const utility =
    number('level.performance') * level +
    (gap > 0 ? number('level.gain') * gap : number('level.loss') * gap);
  const above = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) =>
    logistic(utility - number(`threshold.${k}`)),
  );
  return (100 * above.reduce((sum, chance) => sum + chance, 0)) / 9;
}

it('intends and leaves as the logits by hand say', () => {
  const number = (name: keyof typeof surveyIntentions.parameters) =>
    surveyIntentions.parameters[name].value;
  const leaving = switchingDefaults.parameters;
  rows.slice(1).forEach(([, stage, , , outcome, score, ...shares], i) => {
    const { before, after } = steps()[i] as ReturnType<typeof steps>[number];
    const felt = feltOf(before, perceived[i] as number);
    expect(score).toBe(felt.toFixed(1));
    const isLong = stage === 'long-term';
    const intends = (['repurchase', 'recommend'] as const).map((what) =>
      logistic(
        number(`${what}.base`) +
          number(`${what}.satisfaction`) * (felt / 100) +
          (outcome === 'below' ? number(`${what}.below`) : 0) +
          (outcome === 'exceeded' ? number(`${what}.exceeded`) : 0) +
          (isLong ? number(`${what}.longTerm`) : 0),
      ),
    );
    const k = leaving.perPoint.value;
    const stay =
      k * after +
      leaving[isLong ? 'inertia.longTerm' : 'inertia.firstUse'].value +
      (outcome === 'exceeded' ? leaving.delight.value : 0) -
      (outcome === 'below' ? leaving.disappointment.value : 0);
    const go = k * (0.8 * 90 + 0.2 * 65) - leaving.switchingCost.value;
    expect(shares).toEqual([...intends, logistic(go - stay)].map(shown));
  });
});
