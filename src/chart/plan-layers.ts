import type { Better } from '../capability/capability';
import type { PlanRead } from './input-plan';
import { layerOf, lowToHigh } from './marks';
import type { ChartChannel, ChartLayer } from './spec';
import type { Palette } from './theme';
import { figure } from './words';

/** Where labels stand: above the plot, those of the lower row nearer to it. */
const rows = { lower: -6, upper: -20 };

/** A plan on the plot of a capability: first the band of the margin or of the window, then the marks before the curve. */
export function planLayers(
  { ends, typical, chance }: PlanRead,
  better: Better,
  { x, y }: { readonly x: ChartChannel; readonly y: ChartChannel },
  { series, muted }: Palette,
): readonly ChartLayer[] {
  const [main, promised] = series;
  const [first, second = typical] = ends;
  const isWindow = ends.length === 2;
  const label = (
    at: number,
    text: string,
    align: 'left' | 'center' | 'right',
    dy: number,
    color: string,
  ) =>
    layerOf(
      [{ quantity: at, chance: 1, text }],
      { type: 'text', align, dy, baseline: 'bottom', color, fontWeight: 'bold' },
      { x, y, text: { field: 'text' } },
    );
  const rule = (at: number, color: string, dashed: boolean) =>
    layerOf(
      [{ quantity: at }],
      { type: 'rule', color, strokeWidth: 2, ...(dashed && { strokeDash: [4, 3] }) },
      { x },
    );
  const worse = better === 'lower' ? first >= typical : first > typical;
  const sides = worse ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const last = ends.at(-1) as number;
  const at = { quantity: last, chance: chance.estimate, low: chance.low, high: chance.high };
  return [
    layerOf(
      [{ quantity: first, until: second }],
      { type: 'rect', color: promised, opacity: 0.16 },
      { x, x2: { field: 'until' } },
    ),
    rule(typical, muted, true),
    ...ends.map((end) => rule(end as number, promised, false)),
    label(
      typical,
      `typical ${figure(typical)}`,
      isWindow ? 'center' : sides[0],
      isWindow ? rows.upper : rows.lower,
      muted,
    ),
    ...(isWindow
      ? [
          label(first, `from ${figure(first)}`, 'right', rows.lower, promised),
          label(last, `to ${figure(last)}`, 'left', rows.lower, promised),
        ]
      : [
          label(first, `promise ${figure(first)}`, sides[1], rows.lower, promised),
          layerOf([at], { type: 'rule', color: main, strokeWidth: 2 }, { x, ...lowToHigh(y) }),
          layerOf(
            [at],
            { type: 'point', color: main, filled: true, size: 80, opacity: 1, tooltip: true },
            { x, y },
          ),
        ]),
  ];
}
