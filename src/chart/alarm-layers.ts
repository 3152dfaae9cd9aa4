import { layerOf } from './marks';
import type { ChartChannel, ChartLayer } from './spec';
import type { Palette } from './theme';
import { dayOf } from './words';

interface Alarm {
  readonly key: string;
  readonly at: Date;
  readonly since: Date;
  readonly again: boolean;
}

/** Alarms on a time axis: a band up to each, a rule at it, and its date at those that are new. */
export function alarmLayers(
  alarms: readonly Alarm[],
  { x, y }: { readonly x: ChartChannel; readonly y: ChartChannel },
  { series: [, colour] }: Palette,
): readonly ChartLayer[] {
  const values = alarms.map(({ key, at, since, again }) => ({
    period: at.toISOString(),
    since: since.toISOString(),
    rate: 1,
    text: `${key === '' ? '' : `${key}: `}alarm ${dayOf(at)}`,
    again,
  }));
  return [
    layerOf(
      values,
      { type: 'rect', color: colour, opacity: 0.16 },
      { x: { ...x, field: 'since' }, x2: { field: 'period' } },
    ),
    layerOf(values, { type: 'rule', color: colour, strokeWidth: 2 }, { x }),
    layerOf(
      values.filter(({ again }) => !again),
      {
        type: 'text',
        color: colour,
        align: 'right',
        dx: -4,
        baseline: 'bottom',
        dy: -4,
        fontWeight: 'bold',
      },
      { x, y, text: { field: 'text' } },
    ),
  ];
}
