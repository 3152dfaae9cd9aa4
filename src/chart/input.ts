import * as z from 'zod/mini';
import { from0to1Schema } from '../input/schemas';
import type { ChartTheme } from './theme';

/** What every chart takes beside its result. */
export interface ChartOptions {
  /** In place of the chart's own title, which says the main figure. */
  readonly title?: string | undefined;
  /** The width of a plot in pixels, without its axis, from 50 to 10,000. */
  readonly width?: number | undefined;
  /** The height of a plot in pixels, without its axis, from 50 to 10,000. */
  readonly height?: number | undefined;
  /** The page it will lie on, which shines through; `light` unless given. */
  readonly theme?: ChartTheme | undefined;
}

const sizeText = 'a size in pixels from 50 to 10,000';
const sizeSchema = z.optional(
  z.number(sizeText).check(z.gte(50, sizeText), z.lte(10_000, sizeText)),
);
const titleText = 'a title, which is text';

/** What money is counted in; without it, as the revenue. */
export const currencySchema = () => z.optional(z.string('a currency such as EUR'));

/** The options that all charts have. */
export const chartShape = {
  title: z.optional(z.string(titleText).check(z.minLength(1, titleText))),
  width: sizeSchema,
  height: sizeSchema,
  theme: z.optional(z.enum(['light', 'dark'])),
};

export const maybeNumber = z.nullable(z.number());
export const intervalShape = { low: maybeNumber, high: maybeNumber };
/** A share that was seen, where any was, and its interval. */
export const maybeRatio = z.nullable(from0to1Schema());
export const ratioIntervalShape = { low: maybeRatio, high: maybeRatio };
export const unitSchema = z.string('a unit, such as minutes').check(z.minLength(1, 'a unit'));

/** As many as a picture shows. */
export const mostRows = 10_000;

/** Rows that are drawn: at least one, and no more than that. */
export const rowsOf = <Row extends z.core.$ZodType>(row: Row, what: string) =>
  z
    .array(row, `a list of ${what}`)
    .check(
      z.minLength(1, `at least one of ${what}`),
      z.maxLength(mostRows, `at most ${mostRows} of ${what}`),
    );
