import { type ScaleWarning, scaleWarnings } from '../core/other-scale';
import type { Layout } from './layout';

/** A warning for each column of levels that seem to be no percentages. */
export const levelWarnings = (layout: Layout): readonly ScaleWarning[] =>
  scaleWarnings(levelsIn(layout));

/** The columns of levels, by where they stand. */
const levelsIn = ({ dimensions }: Layout): Readonly<Record<string, Float64Array>> =>
  Object.fromEntries(
    dimensions.flatMap(({ dimension, at, expected, isExpected, got }) =>
      dimension.kind !== 'level'
        ? []
        : [...(isExpected ? [[`${at}expected`, expected] as const] : []), [`${at}perceived`, got]],
    ),
  );
