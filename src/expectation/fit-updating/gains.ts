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
  numbers: LearningNumbers,
): readonly Gain[] {
  let { variance } = start.predicted;
  return steps.map(({ days, event }) => {
    variance += days * numbers.driftVariancePerDay;
    const told = toldBy(event, numbers);
    if (told === null) return unmoved;
    const { seen, sd } = told;
    const { mean: gain } = observe({ mean: 0, variance }, 1, sd);
    variance = observe({ mean: 0, variance }, 0, sd).variance;
    return { seen, gain };
  });
}

/** What an event says of the level, and how surely; null where it says nothing. */
function toldBy(
  event: PanelCustomer['steps'][number]['event'],
  { experienceSd, informationSd }: LearningNumbers,
): { readonly seen: number; readonly sd: number } | null {
  switch (event?.kind) {
    case 'experience':
      return { seen: event.perceived, sd: event.sd ?? experienceSd };
    case 'information':
    case 'promise':
      return { seen: event.level, sd: event.sd ?? informationSd };
    default:
      return null;
  }
}
