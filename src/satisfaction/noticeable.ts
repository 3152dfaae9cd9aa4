import { assumed, freezeSet, type ParameterSet } from '../core/parameters';
import { atLeast, compare } from '../numerics/nearly';

/** The default differences that a customer notices, which draw the line between met and exceeded or below; assumed. */
export const outcomeDefaults: ParameterSet<'noticeablePoints' | 'noticeableShare'> = freezeSet({
  id: 'outcome/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    noticeablePoints: assumed(5, 'points', [0, 100], 'a smaller difference goes unnoticed'),
    noticeableShare: assumed(
      0.1,
      'share of the promise',
      [0, 1],
      'a smaller difference goes unnoticed',
    ),
  },
});

/** Whether a lead is noticed; .3 - .27 is a tenth of .3, though not to the last bit. `scale` as in `compare`. */
export function differs(lead: number, noticeable: number, scale = 100): boolean {
  return compare(lead, 0, scale) > 0 && atLeast(lead, noticeable, scale);
}
