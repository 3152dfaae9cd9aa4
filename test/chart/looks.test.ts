import { expect, it } from 'vitest';
import { palettes } from '../../src/chart/theme';
import { charts } from './charts';
import { itemsUnder, sceneOf, sideOf, under } from './picture';

const { ink, muted, grid, series } = palettes.dark;
const colours: readonly unknown[] = [ink, muted, ...series];

it.each(Object.entries(charts))('%s looks like the others', async (_, [draw]) => {
  const spec = draw({ theme: 'dark' });
  const root = [await sceneOf(spec)];
  const roles = (role: string) => itemsUnder(root, role);
  const fills = (role: string) => [...new Set(roles(role).map(({ fill }) => fill))];
  const strokes = (role: string) => [...new Set(roles(role).map(({ stroke }) => stroke))];

  // Texts in ink, what they say about them less so, and no frame around.
  expect([fills('title-text')[0], fills('axis-label'), fills('axis-title')]).toEqual([
    ink,
    [ink],
    [ink],
  ]);
  if (spec.title.subtitle !== undefined) expect(fills('title-subtitle')).toEqual([muted]);
  expect([strokes('axis-domain'), strokes('axis-grid')]).toEqual([[muted], [grid]]);
  const groups = root.flatMap(({ items }) => items);
  const plots =
    'vconcat' in spec
      ? groups.flatMap(({ items = [] }) => items).flatMap(({ items }) => items)
      : groups;
  for (const { stroke } of plots) expect(stroke ?? null).toBeNull();

  // A label stands below its own tick, at the ends too.
  const below = under(root, 'axis').filter(({ items }) => items[0]?.orient === 'bottom');
  for (const { align } of itemsUnder(below, 'axis-label')) expect(align).toBe('center');

  // A legend stands above, in ink.
  for (const { orient } of roles('legend')) expect(orient).toBe('top');
  for (const colour of fills('legend-label')) expect(colour).toBe(ink);

  const layers = plots.flatMap(({ items = [], width, height }) =>
    under(items, 'mark').map((mark) => ({ ...mark, width, height })),
  );
  expect(layers.length).toBeGreaterThan(0);
  for (const { marktype, items, width, height } of layers) {
    for (const item of items) {
      expect(colours).toContain(item.fill ?? item.stroke);
      if (marktype === 'text') {
        // A text leaves its place to be seen.
        expect(sideOf(item)).not.toMatch(/across|upon/);
        continue;
      }
      // Nothing is beyond the edges.
      if (item.defined === false) continue;
      for (const x of [item.x, item.x2 ?? item.x]) {
        expect(x).toBeGreaterThanOrEqual(-0.01);
        expect(x).toBeLessThanOrEqual(width + 0.01);
      }
      for (const y of [item.y, item.y2 ?? item.y]) {
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y).toBeLessThanOrEqual(height + 0.01);
      }
      // A point is full, and says what it is to who points at it.
      if (marktype !== 'symbol') continue;
      expect([item.fill !== undefined, item.stroke]).toEqual([true, undefined]);
      expect(Object.keys(item.tooltip ?? {}).length).toBeGreaterThan(1);
    }
  }
});
