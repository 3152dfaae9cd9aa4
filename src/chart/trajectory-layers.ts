import { outcomes } from '../core/outcome';
import type { RegistersRead, StepRead } from './input-trajectory';
import { apart, layerOf } from './marks';
import type { ChartChannel, ChartLayer } from './spec';
import type { Palette } from './theme';

/** A moment of a path. Of a step there are two, just before the event and just after it. */
type Moment = {
  readonly at: string;
  readonly place: number;
  readonly level: number;
  readonly desired: number;
  readonly adequate: number;
  readonly promised: number | null;
};

/** The share of the axis that keeps two labels apart. */
const lineHeight = 0.06;

const order = { field: 'place', type: 'quantitative' } as const;

/** The path from its start, where the date of that is known, through its steps. */
export function momentsOf(
  start: { readonly at: Date; readonly registers: RegistersRead } | null,
  steps: readonly StepRead[],
): readonly Moment[] {
  const moments = steps.flatMap(({ at, before, after }) =>
    [before, after].map((registers) => ({ at, registers })),
  );
  return [...(start ? [start] : []), ...moments].map(({ at, registers }, place) => ({
    at: at.toISOString(),
    place,
    level: registers.predicted.mean,
    desired: registers.desired,
    adequate: registers.adequate,
    promised: registers.promised,
  }));
}

export function trajectoryLayers(
  moments: readonly Moment[],
  steps: readonly StepRead[],
  { series, muted }: Palette,
): ChartLayer[] {
  const [main, bad, good] = series;
  const experiences = steps.flatMap(({ at, event, outcome }) =>
    event.perceived === undefined || outcome === null
      ? []
      : [{ at: at.toISOString(), level: event.perceived, outcome }],
  );
  const dates = new Set(moments.map(({ at }) => Date.parse(at)));
  const x: ChartChannel = {
    field: 'at',
    type: 'temporal',
    title: 'Date',
    scale: { type: 'utc' },
    axis: { grid: false, labelOverlap: 'greedy', format: '%Y-%m-%d', values: [...dates] },
  };
  const levels = [
    ...moments.flatMap(({ adequate, level, promised }) => [adequate, level, promised ?? level]),
    ...experiences.map(({ level }) => level),
  ];
  const least = 10 * Math.floor(Math.min(...levels) / 10);
  const domain = [Math.min(90, least), 100];
  const y: ChartChannel = {
    field: 'level',
    type: 'quantitative',
    title: 'Level (0 to 100)',
    scale: { domain },
  };
  const lineOf = (field: string, color: string, strokeWidth: number, strokeDash: number[] = []) =>
    layerOf(
      moments,
      { type: 'line', color, strokeWidth, strokeDash },
      { x, y: { ...y, field }, order },
    );
  const channel = (range: string[]): ChartChannel => ({
    field: 'outcome',
    type: 'nominal',
    title: 'perceived',
    scale: { domain: [...outcomes], range },
    legend: {},
  });
  const named = { type: 'text', align: 'left', dx: 8, baseline: 'middle' } as const;
  const ends = endLabels(moments.at(-1) as Moment, lineHeight * (100 - (domain[0] as number)));
  const told = moments.filter(({ promised }) => promised !== null).at(-1);
  return [
    layerOf(
      moments,
      { type: 'area', color: main, opacity: 0.14 },
      { x, y: { ...y, field: 'adequate' }, y2: { field: 'desired' } },
    ),
    lineOf('desired', muted, 1, [6, 3]),
    lineOf('adequate', muted, 1, [2, 2]),
    lineOf('promised', bad, 2, [8, 3, 2, 3]),
    lineOf('level', main, 2.5),
    layerOf(
      experiences,
      { type: 'point', filled: true, size: 110, opacity: 1, tooltip: true },
      {
        x,
        y,
        color: channel([bad, muted, good]),
        shape: channel(['triangle-down', 'circle', 'triangle-up']),
      },
    ),
    layerOf(ends, named, { x, y, text: { field: 'text' } }),
    ...(told
      ? [
          layerOf(
            [{ at: told.at, level: told.promised, text: 'promised' }],
            { type: 'text', color: bad, align: 'right', dy: -5, baseline: 'bottom' },
            { x, y, text: { field: 'text' } },
          ),
        ]
      : []),
  ];
}

/** The names of the lines at their ends. */
function endLabels({ at, level, desired, adequate }: Moment, least: number) {
  const lines = [
    { text: 'adequate', height: adequate },
    { text: 'predicted', height: level },
    { text: 'desired', height: desired },
  ];
  const heights = apart(
    lines.map(({ height }) => height),
    least,
  );
  return lines.map(({ text }, i) => ({ at, text, level: heights[i] as number }));
}
