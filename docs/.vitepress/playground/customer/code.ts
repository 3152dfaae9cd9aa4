import { asResult } from '../shared/numbers';
import { type pathOf, signalsOf, stageAfter } from './path';
import type { CustomerSettings } from './settings';

/** The calls that give all of it, with their true results. */
export function customerCode(
  settings: CustomerSettings,
  { expected, judged, satisfaction, intention }: ReturnType<typeof pathOf>,
): string {
  const signals = Object.entries(signalsOf(settings)).map(
    ([name, level]) => `${name}: ${Number(level)}`,
  );
  const { expectation } = expected;
  const { repurchase, recommend, complain } = intention.prediction;
  return [
    `import { explainExpectation, judgeOutcome } from 'overdeliver';`,
    `import { explainIntention } from 'overdeliver/loyalty';`,
    `import { explainSatisfaction } from 'overdeliver/satisfaction';`,
    '',
    `const signals = { ${signals.join(', ')} };`,
    `const { expectation } = explainExpectation({ stage: '${settings.stage}', signals });`,
    `expectation.predicted.mean; // => ${asResult(expectation.predicted.mean)}`,
    '',
    `const perceived = ${settings.perceived};`,
    `const { outcome } = judgeOutcome(expectation, { perceived });`,
    `outcome; // => '${judged.outcome}'`,
    `const felt = explainSatisfaction({ expected: expectation.predicted.mean, perceived });`,
    `const satisfaction = felt.prediction.score;`,
    `satisfaction; // => ${asResult(satisfaction.prediction.score)}`,
    `felt.contributions.length; // => ${satisfaction.contributions.length}`,
    '',
    `const { prediction } = explainIntention({ satisfaction, outcome, stage: '${stageAfter(settings.stage)}' });`,
    `prediction.repurchase; // => ${asResult(repurchase)}`,
    `prediction.recommend; // => ${asResult(recommend)}`,
    `prediction.complain; // => ${asResult(complain)}`,
  ].join('\n');
}
