import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// What examples/survey.ts printed, held against plain arithmetic on its file, written without the library.

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const printed = file('survey.txt');
/** As examples/lib/show.ts writes a number. */
const shown = (x: number, digits = 1) => x.toFixed(digits);
const [head = [], ...lines] = file('../../examples/data/survey.csv')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const cell = (line: readonly string[], name: string) => line[head.indexOf(name)] ?? '';
const numbers = (name: string) =>
  lines.map((line) => (cell(line, name) === '' ? null : Number(cell(line, name))));
const sum = (xs: readonly number[]) => xs.reduce((total, x) => total + x, 0);
const mean = (xs: readonly number[]) => sum(xs) / xs.length;
const variance = (xs: readonly number[]) =>
  sum(xs.map((x) => (x - mean(xs)) ** 2)) / (xs.length - 1);

/** Levels of both sides of those who answered both, by respondent. */
const pairs = (item: string) =>
  numbers(`expected.${item}`).map((e, i) => {
    const p = numbers(`perceived.${item}`)[i] as number | null;
    return e === null || p === null ? null : ([(100 * (e - 1)) / 6, (100 * (p - 1)) / 6] as const);
  });
const dimensions = {
  time: ['prompt', 'punctual'],
  work: ['skilled', 'safe'],
  people: ['friendly', 'explained'],
};
type Pair = readonly [number, number];
const meansOf = ([one = '', other = '']: readonly string[]) => {
  const [ones, others] = [pairs(one), pairs(other)];
  return ones.map((pair, i): Pair | null => {
    const given = [pair, others[i]].filter((x) => x != null);
    // At least half of two.
    return given.length === 0 ? null : [mean(given.map((x) => x[0])), mean(given.map((x) => x[1]))];
  });
};
const isPair = (pair: Pair | null): pair is Pair => pair !== null;
const both = (all: readonly (Pair | null)[]) => all.filter(isPair);
const overall = lines.map((_, i): Pair | null => {
  const given = both(Object.values(dimensions).map((items) => meansOf(items)[i] ?? null));
  return given.length < 3 ? null : [mean(given.map(([e]) => e)), mean(given.map(([, p]) => p))];
});

/** The chance of an answer, 2 to 7 as 0 to 5, by an ordinal logit. */
function chance(at: readonly number[], [e, p]: Pair, answer: number): number {
  const u = (at[5] as number) * p + (at[6] as number) * (p - e);
  const upTo = (k: number) => (k < 0 ? 0 : k > 4 ? 1 : 1 / (1 + Math.exp(u - (at[k] as number))));
  return upTo(answer) - upTo(answer - 1);
}

/** The greatest of a smooth function by Newton's steps on differences. */
function climb(
  of: (at: readonly number[]) => number,
  from: readonly number[],
  steps: readonly number[],
) {
  let at = from;
  const moved = (i: number, by: number, j = 0, byJ = 0) =>
    of(at.map((x, k) => x + (k === i ? by : 0) + (k === j ? byJ : 0)));
  for (let n = 0; n < 12; n++) {
    const slope = at.map((_, i) => {
      const h = steps[i] as number;
      return (moved(i, h) - moved(i, -h)) / (2 * h);
    });
    const rows = at.map((_, i) => [
      ...at.map((_, j) => {
        const [h, g] = [steps[i] as number, steps[j] as number];
        const corner = (a: number, b: number) => moved(i, a * h, j, b * g);
        return (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * h * g);
      }),
      -(slope[i] as number),
    ]);
    for (let i = 0; i < at.length; i++) {
      const pivot = rows[i] as number[];
      for (const row of rows) {
        if (row === pivot) continue;
        const by = (row[i] as number) / (pivot[i] as number);
        for (let k = i; k <= at.length; k++) (row[k] as number) -= by * (pivot[k] as number);
      }
    }
    at = at.map((x, i) => x + (rows[i]?.[at.length] as number) / (rows[i]?.[i] as number));
  }
  return at;
}

describe('what the example of a survey prints', () => {
  it('has the gaps of SERVQUAL, and alpha', () => {
    for (const [name, items] of Object.entries(dimensions)) {
      const given = both(meansOf(items));
      const gap = mean(given.map(([e, p]) => p - e));
      const whole = lines
        .map((_, i) => items.map((item) => pairs(item)[i]?.[1] ?? null))
        .filter((levels): levels is number[] => levels.every((level) => level !== null));
      const parts = sum(items.map((_, j) => variance(whole.map((levels) => levels[j] as number))));
      const alpha = 2 * (1 - parts / variance(whole.map(sum)));
      const row = [
        shown(mean(given.map(([e]) => e))),
        shown(mean(given.map(([, p]) => p))),
        shown(gap),
        String(given.length),
        shown(alpha, 3),
      ];
      const line = printed.split('\n').find((text) => text.startsWith(`${name} `));
      expect(line?.trim().split(/\s+/)).toEqual([name, ...row]);
    }
    const gaps = both(overall).map(([e, p]) => p - e);
    expect(printed).toMatch(new RegExp(`^overall +${shown(mean(gaps))} +${gaps.length}$`, 'm'));
  });

  it('has the net promoter score', () => {
    const given = numbers('recommend').filter((x) => x !== null);
    const score =
      (given.filter((x) => x >= 9).length - given.filter((x) => x <= 6).length) / given.length;
    const missing = lines.length - given.length;
    expect(printed).toMatch(new RegExp(`^${shown(score, 3)} .* ${given.length} +${missing}$`, 'm'));
  });

  it('has the commonest answers of Kano', () => {
    const words = ['like', 'must-be', 'neutral', 'live-with', 'dislike'];
    const letters = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'];
    const names = { M: 'must-be', I: 'indifferent', A: 'attractive', O: 'one-dimensional' };
    const counts = (feature: string) => {
      const found = lines
        .map((line) =>
          ['functional', 'dysfunctional'].map((side) => cell(line, `${feature}.${side}`)),
        )
        .filter((answers) => answers.every((answer) => answer !== ''))
        .map(([f = '', d = '']) => letters[words.indexOf(f)]?.[words.indexOf(d)] ?? '');
      return { n: found.length, of: (letter: string) => found.filter((x) => x === letter).length };
    };
    const reminder = counts('reminder');
    const others = ['I', 'A', 'O', 'R', 'Q'].map(reminder.of);
    expect(reminder.of('M')).toBeGreaterThan(2 * Math.max(...others));
    expect(printed).toMatch(new RegExp(`^reminder +${names.M} +${reminder.n}$`, 'm'));
    // Of the leading two a fair coin would be as far apart in more than one of twenty cases: z under 1.96.
    const coffee = counts('coffee');
    const [first = 0, second = 0] = ['M', 'I', 'A', 'O'].map(coffee.of).sort((a, b) => b - a);
    expect((first - second) / Math.sqrt(first + second)).toBeLessThan(1.9);
    expect(printed).toMatch(new RegExp(`^coffee +undetermined +${coffee.n}$`, 'm'));
  });

  it('has the score of a fitted model, and its points', () => {
    const satisfied = numbers('satisfied');
    const given = overall.flatMap((pair, i) => {
      const answer = satisfied[i];
      return pair === null || answer == null ? [] : [{ pair, answer: answer - 2 }];
    });
    expect(given.every(({ answer }) => answer >= 0)).toBe(true);
    expect(printed).toContain(
      `A model of ${given.length} customers; ${lines.length - given.length} left something out`,
    );
    const likelihood = (at: readonly number[]) =>
      sum(given.map(({ pair, answer }) => Math.log(chance(at, pair, answer))));
    const at = climb(
      likelihood,
      [1, 2, 3, 4, 6, 0.08, 0.01],
      [0.003, 0.003, 0.003, 0.003, 0.003, 1e-4, 1e-4],
    );
    const score = (pair: Pair) =>
      sum([0, 1, 2, 3, 4, 5].map((k) => ((k + 1) / 6) * 100 * chance(at, pair, k)));
    const middle = (xs: readonly number[]) => {
      const sorted = xs.slice().sort((a, b) => a - b);
      const half = sorted.length >> 1;
      return sorted.length % 2 === 1
        ? (sorted[half] as number)
        : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
    };
    const typical: Pair = [
      middle(given.map(({ pair }) => pair[0])),
      middle(given.map(({ pair }) => pair[1])),
    ];
    const customer: Pair = [85, 60];
    const between = score(customer) - score(typical);
    const performance = (at[5] as number) * (customer[1] - typical[1]);
    const gap = (at[6] as number) * (customer[1] - customer[0] - typical[1] + typical[0]);
    const share = (of: number) => (between * of) / (performance + gap);
    const scores = `^${shown(score(customer))} +${shown(score(typical))}$`;
    expect(printed).toMatch(new RegExp(scores, 'm'));
    expect(printed).toMatch(
      new RegExp(`^level.performance +${shown(share(performance), 2)}$`, 'm'),
    );
    expect(printed).toMatch(new RegExp(`^level.gap +${shown(share(gap), 2)}$`, 'm'));
  });
});
