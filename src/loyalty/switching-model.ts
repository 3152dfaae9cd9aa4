import { assumed, parameterSet } from '../core/parameters';

const odds = (value: number, why: string) => assumed(value, 'log odds', [0, 20], why);

/** When a customer follows a competitor's promise. All are assumed; {@link fitSwitching} learns them from offers that were made. */
export const switchingDefaults = parameterSet({
  id: 'loyalty/switching-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    perPoint: assumed(
      0.1,
      'log odds per point',
      [0.001, 10],
      'ten points more, believed, move a customer who is in two minds to .73',
    ),
    'inertia.firstUse': odds(0.5, 'five points: one has been tried, the other not'),
    'inertia.longTerm': odds(1, 'ten points: habit'),
    delight: odds(1, 'ten points: an exceeded expectation binds, a met one does not (practice)'),
    disappointment: odds(1, 'ten points: a disappointed customer does not return (practice)'),
    switchingCost: odds(0.5, 'five points: finding out, signing up, getting used to it'),
  },
});
