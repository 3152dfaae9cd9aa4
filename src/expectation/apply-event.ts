import type { ExpectationEvent } from './events';
import type { Expectation } from './expectation';
import { wantedOnTop } from './form-rows';
import { halved, type LocalLevel, observe } from './local-level';
import type { ExpectationNumbers } from './parameters';
import type { Stage } from './stages';

/** What days without any event do. */
export function passTime(
  expectation: Expectation,
  days: number,
  p: ExpectationNumbers,
): Expectation {
  const { predicted, desired, adequate } = expectation;
  const faded = predicted.mean + (desired - predicted.mean) * halved(days, p.desiredHalfLifeDays);
  return {
    ...expectation,
    predicted: {
      mean: predicted.mean,
      variance: predicted.variance + days * p.driftVariancePerDay,
    },
    desired: faded,
    adequate: Math.min(adequate, faded),
  };
}

/** What one event does, at once. */
export function applyEvent(
  before: Expectation,
  event: ExpectationEvent,
  p: ExpectationNumbers,
  parameters: string,
): Expectation {
  const expectation = { ...before, parameters };
  const { predicted, desired } = expectation;
  switch (event.kind) {
    case 'information':
    case 'promise': {
      const sd = event.sd ?? p.informationSd;
      const moved = movePredicted(expectation, observe(predicted, event.level, sd), desired, p);
      return event.kind === 'promise' ? { ...moved, promised: event.level } : moved;
    }
    case 'experience': {
      const sd = event.sd ?? p.experienceSd;
      const lifted = desired + p.desiredRise * Math.max(0, event.perceived - desired);
      const moved = movePredicted(expectation, observe(predicted, event.perceived, sd), lifted, p);
      return { ...moved, stage: stageOnceBought(before.stage), promised: null };
    }
    case 'purchase':
      return { ...expectation, stage: stageOnceBought(before.stage) };
    case 'competitorOffer': {
      const gap = wantedOnTop(event.level, p.competitorExtra) - desired;
      return { ...expectation, desired: desired + (event.reliability ?? 1) * Math.max(0, gap) };
    }
    case 'need':
      return {
        ...expectation,
        desired: Math.max(desired, event.level),
        dominantNeed: event.need,
      };
  }
}

/** All that can be told of a stage without dates. */
export const stageOnceBought = (stage: Stage) => (stage === 'never-used' ? 'first-use' : stage);

/** Sets the predicted level anew; the desired one never falls below it, and adequate follows in part, within its bounds. */
function movePredicted(
  expectation: Expectation,
  predicted: LocalLevel,
  desired: number,
  p: ExpectationNumbers,
): Expectation {
  const from = expectation.predicted.mean;
  const { adequate } = expectation;
  const ceiling = Math.max(desired, predicted.mean);
  // Downwards in proportion, so that it never falls below 0; upwards by points, up to the desired level.
  const followed =
    predicted.mean < from
      ? adequate * (1 - p.adequateFollows * (1 - predicted.mean / from))
      : Math.min(ceiling, adequate + p.adequateFollows * (predicted.mean - from));
  return { ...expectation, predicted, desired: ceiling, adequate: followed };
}
