/** What stands in a cell of a chart's data; null where there is nothing to draw. Dates are ISO 8601 text in UTC. */
type ChartValue = string | number | boolean | null;

/** A row of a chart's data. */
export type ChartRow = Readonly<Record<string, ChartValue>>;

/**
 * A chart as a specification in Vega-Lite 6: plain JSON, with its data, its title and its alternative text. Vega-Lite's
 * `compile` and vega-embed take it as it is. It is what you would write by hand: spread it to change any part of it.
 */
export type VegaLiteSpec = ChartHead & (LayeredPlot | StackedPlots);

/** @inline */
interface ChartHead {
  readonly $schema: 'https://vega.github.io/schema/vega-lite/v6.json';
  /** One line, or several where the plot is narrow. */
  readonly title: { readonly text: string | string[]; readonly subtitle?: string | string[] };
  /** The alternative text: what the picture shows, with its numbers. Vega gives it to the picture as `aria-label`. */
  readonly description: string;
  readonly background: string;
  readonly config: ChartConfig;
}

/** One plot: its layers from back to front, its size in pixels. */
export interface LayeredPlot {
  readonly width: number;
  readonly height: number;
  readonly layer: ChartLayer[];
}

/** Plots one below the other. */
interface StackedPlots {
  readonly vconcat: (LayeredPlot & { readonly title?: string })[];
}

/** One layer of a plot: rows, drawn as marks. */
export interface ChartLayer {
  readonly data: { readonly values: ChartRow[] };
  readonly mark: ChartMark;
  readonly encoding: ChartEncoding;
}

/** How rows are drawn. */
export interface ChartMark {
  readonly type: 'area' | 'bar' | 'line' | 'point' | 'rect' | 'rule' | 'text';
  readonly color?: string;
  readonly stroke?: string;
  readonly filled?: boolean;
  readonly opacity?: number;
  readonly size?: number;
  readonly shape?: string;
  readonly strokeWidth?: number;
  readonly strokeDash?: number[];
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom';
  readonly dx?: number;
  readonly dy?: number;
  readonly fontSize?: number;
  readonly fontWeight?: 'normal' | 'bold';
  readonly height?: number;
  readonly limit?: number;
  /** Shows the row to who points at it. */
  readonly tooltip?: boolean;
  /** Whether the mark is described to a screen reader by itself; the alternative text is that of the whole. */
  readonly aria?: boolean;
}

/** Which column of the rows decides what of a mark. */
export interface ChartEncoding {
  readonly x?: ChartChannel;
  readonly x2?: { readonly field: string };
  readonly y?: ChartChannel;
  readonly y2?: { readonly field: string };
  readonly color?: ChartChannel;
  readonly shape?: ChartChannel;
  readonly text?: { readonly field: string };
  readonly detail?: { readonly field: string };
  /** The order in which a line goes through its rows. */
  readonly order?: { readonly field: string; readonly type: 'quantitative' };
}

/** A column, and how it is read. */
export interface ChartChannel {
  readonly field: string;
  readonly type?: 'quantitative' | 'temporal' | 'ordinal' | 'nominal';
  readonly title?: string | null;
  readonly sort?: null;
  readonly stack?: null;
  readonly scale?: {
    readonly type?: 'linear' | 'utc';
    readonly domain?: number[] | string[];
    readonly range?: string[];
    readonly zero?: boolean;
    readonly nice?: boolean;
    /** Room at both ends, in pixels. */
    readonly padding?: number;
  };
  readonly axis?: {
    readonly format?: string;
    readonly labelOverlap?: 'greedy';
    readonly labelAngle?: number;
    readonly labelLimit?: number;
    readonly values?: number[] | string[];
    readonly tickCount?: number;
    readonly grid?: boolean;
    readonly ticks?: boolean;
    readonly domain?: boolean;
  } | null;
  readonly legend?: {
    readonly title?: string | null;
    readonly orient?: 'top' | 'right';
    readonly columns?: number;
    readonly labelLimit?: number;
  } | null;
}

/** The look of all parts of a chart. */
export interface ChartConfig {
  readonly font: string;
  readonly view: { readonly stroke: null };
  readonly title: ChartText & {
    readonly anchor: 'start';
    readonly subtitleColor: string;
    readonly offset: number;
  };
  readonly axis: {
    readonly labelColor: string;
    readonly titleColor: string;
    readonly gridColor: string;
    readonly domainColor: string;
    readonly tickColor: string;
    readonly titleFontWeight: 'normal';
    readonly labelFontSize: number;
    readonly titleFontSize: number;
    readonly labelFlush: false;
    readonly labelPadding: number;
    readonly labelSeparation: number;
    readonly titlePadding: number;
  };
  readonly legend: {
    readonly labelColor: string;
    readonly titleColor: string;
    readonly orient: 'top';
    readonly labelFontSize: number;
    readonly titleFontSize: number;
    readonly symbolSize: number;
    readonly symbolOpacity: number;
    readonly titleFontWeight: 'normal';
  };
  readonly text: { readonly color: string; readonly fontSize: number };
}

/** @inline */
interface ChartText {
  readonly color: string;
  readonly fontSize: number;
  readonly fontWeight: 'bold';
}
