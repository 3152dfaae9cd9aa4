/**
 * A workshop asks of its last year: would promises by a rolling window, or by a promiser that learns from every repair, have
 * been better than ours? Made-up numbers; run it with `npx tsx examples/backtest.ts`.
 */
import { byMonth } from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  promiseFrontier,
  promisesAsMade,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { percent, table } from './lib/show.ts';

// Six repairs a day, promised for ten days each. Bicycles take less than cars, and from November on all take longer.
const start = Date.UTC(2025, 0, 1);
const day = 86_400_000;
const repairs: BacktestOrder[] = Array.from({ length: 2190 }, (_, i) => {
  const started = start + (i * day) / 6;
  const isBicycle = (i * 7) % 3 === 0;
  const slow = i > 1825 ? 1.5 : 1;
  const days = slow * (isBicycle ? 2 : 4) * (1 + ((i * i * 31) % 100) / 60);
  const group = isBicycle ? 'bicycle' : 'car';
  const ends = i % 40 === 0 ? { cancelled: started + day } : { finished: started + days * day };
  return { id: `repair ${i}`, group, started, ...ends, promise: 10 };
});

const report = backtestPromises(repairs, {
  unit: 'days',
  keepRate: 0.9,
  from: new Date('2025-03-01T00:00:00Z'),
  by: byMonth('Europe/Berlin'),
  policies: {
    ours: promisesAsMade(),
    rolling: quotesFromHistory({ days: 60 }),
    live: quotesFromPromiser({ typical: 5 }),
  },
});

const days = (amount: number | null) => amount?.toFixed(1) ?? '';
console.log(
  table([
    ['', 'kept', 'mean days', 'pinball', 'worst month'],
    ...Object.entries(report.policies).map(([name, { kept, quote, pinball, worst }]) => [
      name,
      percent(kept.share ?? 0),
      days(quote.mean),
      pinball?.toFixed(2) ?? '',
      worst ? `${percent(worst.share)} in ${worst.period}` : '',
    ]),
  ]),
);

const { quote, kept } = report.differences.live;
console.log(`
live less ours: ${days(quote.estimate)} days (${days(quote.low)} to ${days(quote.high)}),
  kept ${percent(kept.estimate ?? 0)} (${percent(kept.low ?? 0)} to ${percent(kept.high ?? 0)})
`);

const policy = quotesFromPromiser({ typical: 5 });
const frontier = promiseFrontier(repairs, policy, [0.8, 0.9, 0.95], { unit: 'days' });
console.log('What more kept promises would cost in days, live');
for (const point of frontier) {
  console.log(`  ${percent(point.kept.share ?? 0)} kept at ${days(point.quote.mean)} days`);
}
