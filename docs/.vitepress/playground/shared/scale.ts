/** From what is measured to places on a drawing. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

/** A linear scale over round numbers that hold the values. */
export function scaleOf(
  values: readonly number[],
  [from, to]: readonly [number, number],
  options: {
    readonly zero?: boolean;
    readonly within?: readonly [number, number];
    readonly count?: number;
  } = {},
): Scale {
  const { zero = false, within = [-Infinity, Infinity], count = 5 } = options;
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (zero) [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (!(high > low)) [low, high] = [low - 1, high + 1];
  const step = roundStep((high - low) / count);
  const first = Math.max(within[0], Math.floor(low / step) * step);
  const last = Math.min(within[1], Math.ceil(high / step - 1e-9) * step);
  const scale = (value: number) => from + ((value - first) / (last - first)) * (to - from);
  const ticks: number[] = [];
  for (let i = Math.ceil(first / step - 1e-9); i * step <= last + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return Object.assign(scale, { ticks });
}

/** 1, 2 or 5 times a power of ten, not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (([1, 2, 5, 10] as const).find((n) => n * power >= least * (1 - 1e-9)) ?? 10) * power;
}
