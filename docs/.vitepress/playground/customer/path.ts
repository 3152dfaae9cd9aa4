import { explainExpectation, judgeOutcome, type Signals, type Stage } from 'overdeliver';
import { explainIntention } from 'overdeliver/loyalty';
import { explainSatisfaction } from 'overdeliver/satisfaction';
import { type CustomerSettings, levelFactors } from './settings';

/** What a customer has to go by, of what the sliders say. */
export function signalsOf(settings: CustomerSettings): Signals {
  return Object.fromEntries(
    levelFactors.filter((name) => settings[name] >= 0).map((name) => [name, settings[name]]),
  );
}

/** Somebody who has used it once is no newcomer any more. */
export const stageAfter = (stage: string) => (stage === 'long-term' ? 'long-term' : 'first-use');

/** From what forms an expectation to what the customer does about what happened, each with its reasons. */
export function pathOf(settings: CustomerSettings) {
  const { perceived } = settings;
  const stage = settings.stage as Stage;
  const expected = explainExpectation({ stage, signals: signalsOf(settings) });
  const { expectation } = expected;
  const judged = judgeOutcome(expectation, { perceived });
  const satisfaction = explainSatisfaction({ expected: expectation.predicted.mean, perceived });
  const { score } = satisfaction.prediction;
  const intention = explainIntention({
    satisfaction: score,
    outcome: judged.outcome,
    stage: stageAfter(stage),
  });
  return { expected, judged, satisfaction, intention };
}
