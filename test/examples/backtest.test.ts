import { readFileSync } from 'node:fs';
import { livePromiser } from 'overdeliver';
import { expect, it } from 'vitest';

const printed = readFileSync(new URL('./backtest.txt', import.meta.url), 'utf8');
const day = 86_400_000;
const started = (i: number) => Date.UTC(2025, 0, 1) + (i * day) / 6;

// The workshop's repairs once more, in loops and nothing but loops.
const repairs = Array.from({ length: 2190 }, (_, i) => {
  const [group, usual] = (i * 7) % 3 === 0 ? ['bicycle', 2] : ['car', 4];
  const took = (i > 1825 ? 1.5 : 1) * Number(usual) * (1 + ((i * i * 31) % 100) / 60);
  const finishes = i % 40 !== 0;
  const end = started(i) + (finishes ? took : 1) * day;
  const month = new Date(started(i)).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  return { id: `${i}`, group, start: started(i), end, took, finishes, month: month.slice(0, 7) };
});
type Repair = (typeof repairs)[number];
const asOf = Math.max(...repairs.map(({ start, end }) => Math.max(start, end)));

/** The rank, of so many finished ones, that the next one keeps with .9. */
const rank = (n: number) => Math.ceil(0.9 * (n + 1) - 1e-9);

function rolling(of: Repair): number | null {
  const past = repairs.filter(
    ({ finishes, end }) => finishes && end < of.start && end > of.start - 60 * day,
  );
  const own = past.filter(({ group }) => group === of.group);
  const sorted = (own.length >= 9 ? own : past).map(({ took }) => took).sort((a, b) => a - b);
  return sorted.length >= 9 ? (sorted[rank(sorted.length) - 1] as number) : null;
}

/** What a promiser quotes who is told of starts and ends in time. */
function live(keepRate: number): readonly number[] {
  const promiser = livePromiser({ unit: 'days', keepRate, typical: 5 });
  const ends = [...repairs].sort((a, b) => a.end - b.end);
  let next = 0;
  return repairs.map(({ id, group, start }) => {
    for (; (ends[next] as Repair).end < start; next++) {
      const { id: ended, end: at, finishes } = ends[next] as Repair;
      if (finishes) promiser.finish({ id: ended, at });
      else promiser.cancel({ id: ended, at });
    }
    return promiser.start({ id, at: start, group }).promise ?? Number.NaN;
  });
}

interface Scored {
  readonly month: string;
  readonly quote: number;
  readonly kept: boolean;
  readonly loss: number;
}

/** Whether each promise that had fallen due was kept; null of one not due, without a quote or cancelled in time. */
function scored(quotes: readonly (number | null)[], keepRate = 0.9): readonly (Scored | null)[] {
  return repairs.map(({ month, start, took, finishes }, i) => {
    const quote = quotes[i] ?? null;
    if (quote === null || !finishes || start + quote * day > asOf) return null;
    const off = quote - took;
    const loss = off < 0 ? -keepRate * off : (1 - keepRate) * off;
    return { month, quote, kept: off >= -1e-9, loss };
  });
}

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const share = (all: readonly Scored[]) => mean(all.map(({ kept }) => Number(kept)));
const percent = (x: number) => `${(100 * x).toFixed(0)}%`;
const isSome = <T>(one: T | null): one is T => one !== null;

const scoredFrom = repairs.findIndex(({ start }) => start >= Date.UTC(2025, 2, 1));
const scores = {
  ours: scored(repairs.map(() => 10)).slice(scoredFrom),
  rolling: scored(repairs.map(rolling)).slice(scoredFrom),
  live: scored(live(0.9)).slice(scoredFrom),
};

it.each(['ours', 'rolling', 'live'] as const)(
  'examples/backtest.ts scores %s as loops do',
  (name) => {
    const all = scores[name].filter(isSome);
    const months = [...new Set(all.map(({ month }) => month))]
      .map((month) => ({ month, of: all.filter((one) => one.month === month) }))
      .filter(({ of }) => of.length >= 100)
      .map(({ month, of }) => ({ month, kept: share(of) }))
      .sort((a, b) => a.kept - b.kept);
    const row = [
      name,
      percent(share(all)),
      mean(all.map(({ quote }) => quote)).toFixed(1),
      mean(all.map(({ loss }) => loss)).toFixed(2),
      `${percent(months[0]?.kept ?? 0)} in ${months[0]?.month}`,
    ];
    expect(printed).toMatch(new RegExp(`^${row.join(' +')}$`, 'm'));
  },
);

it('examples/backtest.ts compares live with ours as a bootstrap of another seed does', () => {
  const pairs = scores.live.flatMap((one, i) => {
    const other = scores.ours[i];
    if (!one || !other) return [];
    const [quote, kept] = [one.quote - other.quote, Number(one.kept) - Number(other.kept)];
    return [{ month: one.month, quote, kept }];
  });
  const months = [...new Set(pairs.map(({ month }) => month))].map((month) =>
    pairs.filter((pair) => pair.month === month),
  );
  let state = 20_260_101;
  const next = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((n * state) / 2 ** 32);
  };
  const sums = months.map((of) => ({
    n: of.length,
    quote: of.reduce((sum, pair) => sum + pair.quote, 0),
    kept: of.reduce((sum, pair) => sum + pair.kept, 0),
  }));
  const redrawn = (what: 'quote' | 'kept') =>
    Array.from({ length: 4999 }, () => {
      const drawn = sums.map(() => sums[next(sums.length)] as (typeof sums)[number]);
      const total = (of: 'n' | 'quote' | 'kept') => drawn.reduce((sum, one) => sum + one[of], 0);
      return total(what) / total('n');
    }).sort((a, b) => a - b);

  const number = '(-?[\\d.]+)';
  const read = (pattern: string) =>
    (new RegExp(pattern).exec(printed) ?? []).slice(1).map(Number) as [number, number, number];
  const days = read(`live less ours: ${number} days \\(${number} to ${number}\\)`);
  const kept = read(`kept ${number}% \\(${number}% to ${number}%\\)`);
  expect(days[0]).toBe(Number(mean(pairs.map(({ quote }) => quote)).toFixed(1)));
  expect(kept[0]).toBe(Number((100 * mean(pairs.map((pair) => pair.kept))).toFixed(0)));
  const quotes = redrawn('quote');
  const shares = redrawn('kept');
  // A tenth of a day and a percent are what is printed; as much again is chance.
  for (const [i, at] of [124, 4874].entries()) {
    expect(Math.abs((quotes[at] as number) - (days[i + 1] as number))).toBeLessThan(0.2);
    expect(Math.abs(100 * (shares[at] as number) - (kept[i + 1] as number))).toBeLessThan(2);
  }
});

it.each([0.8, 0.9, 0.95])(
  'examples/backtest.ts has the point of the frontier at %d',
  (keepRate) => {
    const all = scored(live(keepRate), keepRate).filter(isSome);
    const days = mean(all.map(({ quote }) => quote)).toFixed(1);
    expect(printed).toContain(`  ${percent(share(all))} kept at ${days} days\n`);
  },
);
