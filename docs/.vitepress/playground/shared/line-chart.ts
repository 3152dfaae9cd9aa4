import { shown } from './numbers';
import { scaleOf } from './scale';

/** Points that are joined by a line; a null breaks it. */
export interface LineSeries {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  /** Whether a line joins them; it does unless said. */
  readonly line?: boolean;
  /** Steps rather than slopes, as a promise that rests on one observation has. */
  readonly steps?: boolean;
  /** The place of its colour, its own place unless given. */
  readonly color?: number;
  /** The radius of its dots, 4 unless given; 0 for none. */
  readonly dot?: number;
}

interface Asked {
  readonly series: readonly LineSeries[];
  readonly xNames?: readonly string[] | undefined;
  readonly xFormat?: ((value: number) => string) | undefined;
  readonly yFormat?: ((value: number) => string) | undefined;
  readonly yWithin?: readonly [number, number] | undefined;
  readonly target?: number | undefined;
}

const height = 300;

/** Where everything of a line chart stands, for a width in pixels. */
export function layOut(asked: Asked, width: number) {
  const { series, xNames, xFormat = shown, yFormat = shown, yWithin, target } = asked;
  const points = series.flatMap((one) => one.points.filter(({ y }) => y !== null));
  const ys = points.map(({ y }) => y as number).concat(target ?? []);
  const [left, right, top, bottom] = [48, width - 14, 12, height - 48];
  const y = scaleOf(ys.length > 0 ? ys : [0, 1], [bottom, top], yWithin ? { within: yWithin } : {});
  const xs = xNames ? [0, Math.max(1, xNames.length - 1)] : points.map((point) => point.x);
  const x = xNames
    ? placeOf(xNames.length, left + 16, right - 16)
    : scaleOf(xs.length > 0 ? xs : [0, 1], [left + 8, right - 8], { count: width < 480 ? 4 : 7 });
  const dashes = series.map((_, i) => [undefined, '7 4', '2 4', '9 3 2 3'][i % 4]);
  return {
    height,
    left,
    right,
    bottom,
    dashes,
    target: target === undefined ? null : y(target),
    yTicks: y.ticks.map((value) => ({ at: y(value), text: yFormat(value) })),
    xTicks: xNames
      ? namesThatFit(xNames, width).map((i) => ({ at: x(i), text: xNames[i] as string }))
      : (x as ReturnType<typeof scaleOf>).ticks.map((value) => ({
          at: x(value),
          text: xFormat(value),
        })),
    lines: series.map((one) => ({
      path: pathOf(one, x, y),
      dots: one.points.flatMap((point) =>
        point.y === null || one.dot === 0
          ? []
          : [
              {
                x: x(point.x),
                y: y(point.y),
                r: one.dot ?? 4,
                title: `${one.name}: ${xNames?.[point.x] ?? xFormat(point.x)}, ${yFormat(point.y)}`,
              },
            ],
      ),
    })),
  };
}

const placeOf = (count: number, from: number, to: number) => (i: number) =>
  count < 2 ? (from + to) / 2 : from + (i / (count - 1)) * (to - from);

/** Every name, every second and so on, as far as they do not touch. */
function namesThatFit(names: readonly string[], width: number): number[] {
  const longest = Math.max(...names.map((name) => name.length), 1);
  const room = Math.max(1, Math.floor((width - 70) / (longest * 7.5 + 14)));
  const every = Math.max(1, Math.ceil(names.length / room));
  return names.map((_, i) => i).filter((i) => i % every === 0);
}

function pathOf(
  { points, steps }: LineSeries,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let open = false;
  for (const point of points) {
    if (point.y === null) {
      open = false;
      continue;
    }
    const [px, py] = [x(point.x).toFixed(1), y(point.y).toFixed(1)];
    if (!open) path += `M${px} ${py}`;
    else path += steps ? `H${px}V${py}` : `L${px} ${py}`;
    open = true;
  }
  return path;
}
