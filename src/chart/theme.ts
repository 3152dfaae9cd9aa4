import type { ChartConfig } from './spec';

/**
 * On what the picture will lie: a light page or a dark one.
 *
 * @inline
 */
export type ChartTheme = 'light' | 'dark';

/** Colours of a theme. All have a contrast of 3 to 1 or more with their page, texts 4.5 to 1. */
export interface Palette {
  /** Texts. */
  readonly ink: string;
  /** Marks that say where something stands, such as a promise that is typical. */
  readonly muted: string;
  readonly grid: string;
  /** Series in their order; the first three also mean the quantity itself, what is promised or bad, and what is good. */
  readonly series: readonly [string, string, string, ...string[]];
}

/**
 * Shades of the colours of Okabe and Ito (2008), which people who see few colours tell apart; nothing is told by colour
 * alone all the same.
 */
export const palettes: Readonly<Record<ChartTheme, Palette>> = {
  light: {
    ink: '#32353b',
    muted: '#6a6f78',
    grid: '#dfe2e6',
    series: ['#00538f', '#c24e00', '#00805c', '#a3467c', '#7a6a00', '#2f3a8f'],
  },
  dark: {
    ink: '#dcdee2',
    muted: '#9a9fa8',
    grid: '#3a3d43',
    series: ['#4aa5e2', '#f0913a', '#5fe0b4', '#e08fc0', '#d9c94a', '#a3aef5'],
  },
};

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** The look of all parts, on a page of the theme that shines through. */
export function configOf({ ink, muted, grid }: Palette): ChartConfig {
  return {
    font,
    view: { stroke: null },
    title: {
      color: ink,
      subtitleColor: muted,
      fontSize: 14,
      fontWeight: 'bold',
      anchor: 'start',
      offset: 12,
    },
    axis: {
      labelColor: ink,
      titleColor: ink,
      gridColor: grid,
      domainColor: muted,
      tickColor: muted,
      titleFontWeight: 'normal',
      labelFontSize: 11,
      titleFontSize: 12,
      labelFlush: false,
      labelPadding: 5,
      // A system's font may be wider than what a picture was laid out with.
      labelSeparation: 6,
      titlePadding: 8,
    },
    legend: {
      labelColor: ink,
      titleColor: ink,
      orient: 'top',
      labelFontSize: 11,
      titleFontSize: 12,
      symbolSize: 60,
      symbolOpacity: 1,
      titleFontWeight: 'normal',
    },
    text: { color: ink, fontSize: 11 },
  };
}
