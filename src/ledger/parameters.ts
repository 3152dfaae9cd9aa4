import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

const recommended = 'Montgomery, Introduction to Statistical Quality Control, on the CUSUM of Page';

/** The numbers that {@link cusum}, {@link pageHinkley} and {@link driftAlarms} go by unless an option says otherwise. */
export const driftDefaults: ParameterSet<
  'k' | 'h' | 'worseOdds' | 'falseAlarmEvery' | 'sameSpell'
> = freezeSet({
  id: 'ledger/drift-2',
  setting: 'independent values in order of time; promises in the order they fall due',
  parameters: {
    k: {
      value: 0.5,
      unit: 'standard deviations',
      range: [0, 10],
      status: 'published',
      source: recommended,
    },
    h: {
      value: 5,
      unit: 'standard deviations',
      range: [0, 1000],
      status: 'published',
      source: recommended,
    },
    worseOdds: assumed(
      2,
      'odds ratio',
      [1, 100],
      'an alarm is worth it when the odds of a broken promise have doubled',
    ),
    falseAlarmEvery: assumed(
      1000,
      'promises',
      [2, 1_000_000],
      'rare enough that every alarm is looked into',
    ),
    sameSpell: assumed(
      2,
      'times noticedAfter',
      [0, 100],
      'by simulation 1,000 promises at the worse rate raise 12 alarms, in 1.8 spells at 2 and in 5.1 at 1',
    ),
  },
});
