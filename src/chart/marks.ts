import type { ChartChannel, ChartEncoding, ChartLayer, ChartMark, ChartRow } from './spec';
import type { Palette } from './theme';

/**
 * A layer: rows, drawn as marks. Only the alternative text of the whole speaks to screen readers. Rows are copied, since Vega writes a
 * key of its own into those that it draws.
 */
export const layerOf = (
  values: readonly ChartRow[],
  mark: ChartMark,
  encoding: ChartEncoding,
): ChartLayer => ({
  data: { values: values.map((row) => ({ ...row })) },
  mark: { aria: false, ...mark },
  encoding,
});

/** A column of numbers. */
export const numbers = (
  field: string,
  title: string,
  rest: Omit<ChartChannel, 'field' | 'type' | 'title'> = {},
): ChartChannel => ({ field, type: 'quantitative', title, ...rest });

/** A column of shares, read as percent. */
export const shares = (
  field: string,
  title: string,
  { domain = [0, 1], ...scale }: NonNullable<ChartChannel['scale']> = {},
): ChartChannel => numbers(field, title, { scale: { domain, ...scale }, axis: { format: '.0%' } });

/** The scale of shares from the least of them, down to the next ten percent, to all. */
export function upToAll(of: readonly (number | null)[]): { readonly domain: number[] } {
  const least = of.reduce<number>((low, share) => Math.min(low, share ?? low), 0.9);
  return { domain: [Math.floor(10 * least) / 10, 1] };
}

/** An interval on the axis of a column: what is drawn reaches from `low` to `high`. */
export const lowToHigh = (y: ChartChannel) =>
  ({ y: { ...y, field: 'low' }, y2: { field: 'high' } }) satisfies ChartEncoding;

/** A column of names, in the order of the rows. */
export const names = (field: string, title: string | null, axis: ChartChannel['axis'] = {}) =>
  ({ field, type: 'nominal', title, sort: null, axis }) satisfies ChartChannel;

const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];
const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3], [10, 4]];

/** How the marks of series differ: by colour, and by shape as well. Where colours come again, shapes are moved by one. */
export function seriesOf(field: string, series: readonly string[], { series: colours }: Palette) {
  const channel = (all: readonly string[], moved = 0): ChartChannel => ({
    field,
    type: 'nominal',
    title: null,
    scale: {
      domain: [...series],
      range: series.map((_, i) => {
        const round = Math.floor(i / colours.length);
        return all[(i + moved * round) % all.length] as string;
      }),
    },
    legend: series.length > 1 ? {} : null,
  });
  return { color: channel(colours), shape: channel(shapes, 1) };
}

/** The lines of series, which differ by their dashes beside the colour: a layer each, as a legend would dash its symbols. */
export const seriesLines = <Row extends ChartRow>(
  rows: readonly Row[],
  series: readonly string[],
  encoding: ChartEncoding & { readonly color: ChartChannel },
): readonly ChartLayer[] =>
  series.map((name, i) =>
    layerOf(
      rows.filter((row) => row[encoding.color.field] === name),
      { type: 'line', strokeWidth: 2, strokeDash: [...(dashes[i % dashes.length] as number[])] },
      encoding,
    ),
  );

/** The heights of labels, moved apart as little as keeps them from lying on each other. */
export function apart(heights: readonly number[], least: number): readonly number[] {
  const order = [...heights.keys()].sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const placed = [...heights];
  order.forEach((i, k) => {
    const below = order[k - 1];
    if (below === undefined) return;
    placed[i] = Math.max(placed[i] as number, (placed[below] as number) + least);
  });
  return placed;
}
