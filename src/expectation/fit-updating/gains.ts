import { observe } from '../local-level';
import type { PanelCustomer } from './panel';

/** How sure customers take to be what they see, and how fast they grow unsure. */
export interface LearningNumbers {
  readonly experienceSd: number;
  readonly informationSd: number;
  readonly driftVariancePerDay: number;
}

/** What a customer saw at a step, and by which share of the difference they moved towards it. */
export interface Gain {
  readonly seen: number;
  readonly gain: number;
}

const unmoved: Gain = Object.freeze({ seen: 0, gain: 0 });

/** The gains of `updateExpectation`, by step: the events and the variance at the start settle them, not the levels. */
export function gainsOf(
  { start, steps }: PanelCustomer,
  { experienceSd, informationSd, driftVariancePerDay }: LearningNumbers,
): readonly Gain[] {
  let { variance } = start.predicted;
  const after = (seen: number, sd: number): Gain => {
    const { mean: gain } = observe({ mean: 0, variance }, 1, sd);
    variance = observe({ mean: 0, variance }, 0, sd).variance;
    return { seen, gain };
  };
  return steps.map(({ days, event }) => {
    variance += days * driftVariancePerDay;
    switch (event?.kind) {
      case 'experience':
        return after(event.perceived, event.sd ?? experienceSd);
      case 'information':
      case 'promise':
        return after(event.level, event.sd ?? informationSd);
      default:
        return unmoved;
    }
  });
}
