/**
 * A shop asks six customers what they expected and got at each touchpoint, and looks at its monthly score: where to
 * act, where to ask more, and what happened when satisfaction fell. Made-up numbers; run it with
 * `npx tsx examples/retailer.ts`.
 */

import { predictSatisfaction } from 'overdeliver';
import { inEnglish } from 'overdeliver/english';
import { journeyScore, retailTouchpoints, reviewTrend, touchpointGaps } from 'overdeliver/journey';
import { table } from './lib/show.ts';

const answers = new Map([
  ['advert', { expected: [60, 70, 65, 60, 70, 75], perceived: [60, 70, 70, 60, 70, 80] }],
  ['staff', { expected: [80, 90, 85, 80, 75, 90], perceived: [60, 70, 60, 55, 70, 65] }],
  ['priceTags', { expected: [80, 85, 80, 90, 85, 80], perceived: [70, 90, 15, 85, 90, 75] }],
  ['handOver', { expected: [75, 80, 80, 85, 70, 80], perceived: [65, 65, 75, 75, 60, 70] }],
]);
const journey = retailTouchpoints.flatMap((touchpoint) => {
  const levels = answers.get(touchpoint.id);
  return levels ? [{ ...touchpoint, ...levels }] : [];
});

const { gaps, askMore } = touchpointGaps(journey, {
  feeling: (levels) => predictSatisfaction(levels).score,
});
const points = (value: number | null) => (value === null ? '-' : value.toFixed(1));
console.log('What is missing, by what closing it is worth (points of satisfaction)');
console.log(
  table([
    ['touchpoint', 'gap', 'from', 'to', 'verdict', 'worth', 'may go wrong'],
    ...gaps.map(({ id, gap, low, high, verdict, worth, mayGoWrong }) => [
      id,
      points(gap),
      points(low),
      points(high),
      verdict,
      points(worth),
      mayGoWrong[0] ?? '',
    ]),
  ]),
);
console.log(`Ask more customers about: ${askMore.join(', ')}`);

const { score, low, high, peak, end } = journeyScore(journey);
console.log(
  `\nThe whole journey: ${points(score)} (${points(low)} to ${points(high)}), peak ${peak.id}, end ${end.id}`,
);

const scores = [78, 80, 79, 77, 79, 78, 71, 73, 70, 72, 72, 71];
const { advice, because, trend, events } = reviewTrend(
  scores.map((value, month) => ({ at: new Date(Date.UTC(2026, month, 1)), value })),
  {
    events: [
      { at: new Date('2026-02-10T00:00:00Z'), what: 'new sign' },
      { at: new Date('2026-06-16T00:00:00Z'), what: 'hand-over moved to a partner' },
    ],
  },
);
console.log(`\nTwelve months: ${trend.direction}. ${inEnglish(advice)}`);
console.log(`Because: ${because.map(inEnglish).join('; ')}`);
for (const { what, daysBefore } of events) {
  console.log(
    `Near the break: ${what}, ${daysBefore} days before the first month of the new level`,
  );
}
