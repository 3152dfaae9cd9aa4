import type { ChartOptions } from './input';
import type { ChartLayer, LayeredPlot, VegaLiteSpec } from './spec';
import { configOf, type Palette, palettes } from './theme';

interface Told {
  readonly title: string;
  readonly subtitle?: string;
  /** What the picture shows, with its numbers. */
  readonly description: string;
}

type Size = Pick<LayeredPlot, 'width' | 'height'>;

const usual: Size = { width: 480, height: 280 };

/** The colours of the page that a chart will lie on. */
export const paletteOf = ({ theme = 'light' }: ChartOptions): Palette => palettes[theme];

/** A chart of one plot, with layers from back to front. */
export function plotOf(
  told: Told & { readonly layer: ChartLayer[] },
  options: ChartOptions,
  size: Size = usual,
): VegaLiteSpec {
  const { width = size.width, height = size.height } = options;
  return { ...headOf(told, options, width), width, height, layer: told.layer };
}

/** A chart of several plots, one below the other. */
export function plotsOf(
  told: Told & {
    readonly plots: readonly { readonly title?: string; readonly layer: ChartLayer[] }[];
  },
  options: ChartOptions,
  size: Size = usual,
): VegaLiteSpec {
  const { width = size.width, height = size.height } = options;
  const vconcat = told.plots.map((plot) => ({ ...plot, width, height }));
  return { ...headOf(told, options, width), vconcat };
}

function headOf({ title, subtitle, description }: Told, options: ChartOptions, width: number) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: inLines(options.title ?? title, (width + 60) / 7),
      ...(subtitle !== undefined && { subtitle: inLines(subtitle, (width + 60) / 5.5) }),
    },
    description,
    background: 'transparent',
    config: configOf(paletteOf(options)),
  } as const;
}

/** A text, in lines of about so many letters where it is longer: titles do not break by themselves. */
function inLines(text: string, most: number): string | string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.length === 1 ? text : lines;
}
