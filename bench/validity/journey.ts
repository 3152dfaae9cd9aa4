import {
  breakOf,
  type Observation,
  reviewTrend,
  type TrendOptions,
  trendOf,
} from 'overdeliver/journey';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { readTable, type TableRow, timeOf } from './data';

const dayMs = 86_400_000;

/** One value a day from 1970 on, so that a date divided by a day is its place. */
const daily = (values: readonly number[]): readonly Observation[] =>
  values.map((value, i) => ({ at: new Date(i * dayMs), value }));
const placeOf = (at: Date) => +at / dayMs;
const cycle =
  (period: number): NonNullable<TrendOptions['season']> =>
  (_, place) =>
    String(place % period);

function normals(seed: number): () => number {
  const next = uniforms(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

const share = (runs: number, hit: (run: number) => boolean) => {
  let hits = 0;
  for (let run = 0; run < runs; run++) if (hit(run)) hits++;
  return hits / runs;
};

/** How often a direction or a break is seen at .95 where there is none. */
function falseAlarms(): readonly Row[] {
  const name = 'seen at .95 where there is none';
  const trends = [5, 8, 12, 24, 60].map((n) => {
    const normal = normals(n);
    const called = share(20_000, () => {
      const series = daily(Array.from({ length: n }, normal));
      return trendOf(series).direction !== 'unclear';
    });
    return row('journey', name, `trend in ${n} independent values`, called);
  });
  const seasonal = [24, 36].map((n) => {
    const normal = normals(n);
    const season = cycle(12);
    const called = share(20_000, () => {
      const series = daily(Array.from({ length: n }, (_, i) => 40 * (i % 12) + normal()));
      return trendOf(series, { season }).direction !== 'unclear';
    });
    return row('journey', name, `trend in ${n} months with seasons`, called);
  });
  const month: NonNullable<TrendOptions['season']> = (at) => String(at.getUTCMonth());
  const waves = [24, 36].flatMap((n) =>
    [undefined, month].flatMap((season) => {
      const normal = normals(n);
      const reviews = Array.from({ length: 2000 }, (_, seed) => {
        const series = Array.from({ length: n }, (_, i) => {
          // From April on, so that the first values are halfway down from the winter's.
          const at = new Date(Date.UTC(2024, 3 + i, 1));
          return { at, value: 70 + 10 * Math.cos(((3 + i) * Math.PI) / 6) + 3 * normal() };
        });
        return reviewTrend(series, { season, seed });
      });
      const what = `${n} months with a yearly wave, ${season ? 'months for seasons' : 'no seasons'}`;
      const advised = reviews.filter(({ advice }) => advice !== 'watch').length;
      const broken = reviews.filter((one) => one.break.found).length;
      return [
        row('journey', name, `trend in ${what}`, advised / reviews.length),
        row('journey', name, `break in ${what}`, broken / reviews.length),
      ];
    }),
  );
  const linked = [0, 0.3, 0.5].flatMap((correlation) => {
    const normal = normals(7);
    const series = () => {
      let last = normal();
      return daily(
        Array.from({ length: 24 }, () => {
          last = correlation * last + Math.sqrt(1 - correlation ** 2) * normal();
          return last;
        }),
      );
    };
    const what = `24 values correlated ${correlation} with the one before`;
    const trend = share(10_000, () => trendOf(series()).direction !== 'unclear');
    const found = share(2000, (seed) => breakOf(series(), { seed }).found);
    return [
      row('journey', name, `trend in ${what}`, trend),
      row('journey', name, `break in ${what}`, found),
    ];
  });
  return [...trends, ...seasonal, ...waves, ...linked];
}

/** How often a step of so many standard deviations is found, and its place held. */
function steps(): readonly Row[] {
  return [
    [24, 12, 1],
    [24, 12, 1.5],
    [24, 12, 3],
    [24, 20, 1.5],
  ].flatMap(([n = 0, at = 0, size = 0]) => {
    const normal = normals(n + at);
    const runs = Array.from({ length: 2000 }, (_, seed) =>
      breakOf(daily(Array.from({ length: n }, (_, i) => (i < at ? 0 : size) + normal())), { seed }),
    );
    const found = runs.filter((run) => run.found);
    const held = found.filter(({ from, to }) => placeOf(from) < at && placeOf(to) >= at);
    const name = `a step of ${size} sd after ${at} of ${n} values`;
    return [
      row('journey', name, 'found at .95', found.length / runs.length),
      row('journey', name, 'dates that hold it, of those found', held.length / found.length),
    ];
  });
}

/** Review scores by the week of purchase, Monday 2017-02-06 to 2018-08-26, as levels. */
function weeklyReviews(table: readonly TableRow[]): readonly Observation[] {
  const first = Date.UTC(2017, 1, 6);
  const weeks: number[][] = Array.from({ length: 81 }, () => []);
  for (const { status, review_score: score, purchased_at: bought } of table) {
    if (status !== 'delivered' || score === '') continue;
    weeks[Math.floor((timeOf(bought) - first) / (7 * dayMs))]?.push(25 * (Number(score) - 1));
  }
  return weeks.flatMap((scores, week) => {
    const n = scores.length;
    if (n === 0) return [];
    const value = scores.reduce((sum, score) => sum + score, 0) / n;
    return [{ at: new Date(first + week * 7 * dayMs), value, n }];
  });
}

function reviews(table: readonly TableRow[]): readonly Row[] {
  const series = weeklyReviews(table);
  const parts: readonly (readonly [string, string, string])[] = [
    ['all 81 weeks', '2017-02-06', '2018-08-27'],
    ['to 2018-03-19', '2017-02-06', '2018-03-19'],
    ['from 2018-01-01', '2018-01-01', '2018-08-27'],
  ];
  return parts.flatMap(([what, from, to]) => {
    const part = series.filter(({ at }) => at >= new Date(from) && at < new Date(to));
    const { trend, break: found } = reviewTrend(part);
    const name = `weekly reviews as levels, ${what}`;
    const week = (at: Date) => Number(at.toISOString().slice(0, 10).replaceAll('-', ''));
    return [
      row('journey', name, 'change over all by slope', trend.change),
      row('journey', name, 'p of the trend', trend.p),
      row('journey', name, 'autocorrelation', trend.autocorrelation as number),
      row('journey', name, 'p of the break', found.p),
      row('journey', name, 'break in the week of', week(found.at)),
      row('journey', name, 'between', week(found.from)),
      row('journey', name, 'and', week(found.to)),
      row('journey', name, 'level before', found.before),
      row('journey', name, 'level since', found.after),
    ];
  });
}

export const journey: Bench = {
  room: 'journey',
  run() {
    const table = readTable('marketplace-orders.csv');
    return [...(table ? reviews(table) : []), ...falseAlarms(), ...steps()];
  },
};
