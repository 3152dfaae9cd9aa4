/**
 * A customer's path with a coffee subscription: hope, purchase, delivery after delivery, and what they feel and do at each,
 * while somebody else makes an offer. Made-up numbers; run it with `npx tsx examples/customer-path.ts`.
 */
import {
  followExpectation,
  formExpectation,
  judgeOutcome,
  predictIntention,
  predictSatisfaction,
  predictSwitching,
} from 'overdeliver';
import { clock } from './lib/clock.ts';
import { percent, table } from './lib/table.ts';

const signals = { wordOfMouth: 80, advertising: { level: 90, reliability: 0.4 }, ownJudgement: 70 };
const hope = formExpectation({ stage: 'never-used', signals });
const use = (day: string, perceived: number) =>
  ({ at: `${day}T11:00:00Z`, event: { kind: 'experience', perceived } }) as const;
const events = [
  { at: '2026-01-08T19:00:00Z', event: { kind: 'purchase' } },
  ...[use('2026-01-12', 88), use('2026-02-09', 82), use('2026-03-09', 74)],
  ...[use('2026-04-13', 60), use('2026-05-11', 90)],
] as const;
const zone = 'Europe/Berlin';
const from = '2026-01-02T00:00:00+01:00';
const { steps } = followExpectation(hope, events, { from, judge: judgeOutcome, zone });

const offer = { promised: 90, credibility: 0.8, market: 65 };
const rows = steps.map(({ at, event, before: { predicted }, after, outcome }) => {
  const known = [clock(at, zone), after.stage, predicted.mean.toFixed(1)];
  if (outcome === null) return [...known, event.kind];
  const { perceived } = event;
  const { score } = predictSatisfaction({ expected: predicted.mean, perceived });
  const customer = { satisfaction: score, outcome, stage: after.stage };
  const { repurchase, recommend } = predictIntention(customer);
  const courted = { expected: after.predicted.mean, outcome, stage: after.stage };
  const shares = [repurchase, recommend, predictSwitching(courted, offer).chance];
  return [...known, `${perceived}`, outcome, score.toFixed(0), ...shares.map(percent)];
});
const will = ['satisfied', 'buys again', 'recommends', 'leaves'];
console.log(table([['when', 'stage', 'expected', 'perceived', 'outcome', ...will], ...rows]));
