import type { VegaLiteSpec } from 'overdeliver/chart';

/** All layers of a chart, of one plot after the other. */
export const layersOf = (spec: VegaLiteSpec) =>
  'vconcat' in spec ? spec.vconcat.flatMap(({ layer }) => layer) : spec.layer;

/** The rows that marks of a type draw, layer by layer. */
export const rowsOf = (spec: VegaLiteSpec, type: string) =>
  layersOf(spec)
    .filter(({ mark }) => mark.type === type)
    .map(({ data }) => data.values);

/** The titles of the axes. */
export const axesOf = (spec: VegaLiteSpec) => [
  ...new Set(
    layersOf(spec).flatMap(({ encoding }) =>
      [encoding.x?.title, encoding.y?.title].filter((title) => typeof title === 'string'),
    ),
  ),
];
