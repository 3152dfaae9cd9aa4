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
import { subscription } from './data/made-up.ts';
import { show } from './lib/show.ts';

const signals = { wordOfMouth: 80, advertising: { level: 90, reliability: 0.4 }, ownJudgement: 70 };
const hope = formExpectation({ stage: 'never-used', signals });
const zone = 'Europe/Berlin';
const options = { from: '2026-01-02T00:00:00+01:00', judge: judgeOutcome, zone };
const { steps } = followExpectation(hope, subscription, options);

const offer = { promised: 90, credibility: 0.8, market: 65 };
const rows = steps.map((step) => {
  const { event, before, after, outcome } = step;
  if (outcome === null) return step;
  const { stage, predicted } = after;
  const met = { expected: before.predicted.mean, perceived: event.perceived };
  const { score: satisfaction } = predictSatisfaction(met);
  const leaves = predictSwitching({ expected: predicted.mean, outcome, stage }, offer).chance;
  const intention = predictIntention({ satisfaction, outcome, stage });
  return { ...step, satisfaction, ...intention, leaves };
});
const felt = 'event.perceived outcome satisfaction repurchase recommend leaves';
show('what is felt and done', rows, `at after.stage before.predicted.mean ${felt}`, zone);
