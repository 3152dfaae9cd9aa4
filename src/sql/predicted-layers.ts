import type { Dialect } from './dialects';
import { type Layer, v } from './nested';

/** A factor that informs the predicted level: its name behind, and the expressions of what forming reads. */
export interface RankedSignal {
  readonly as: string;
  readonly level: string;
  readonly sd: string;
  /** Its weight times its reliability, where it has a level. */
  readonly weight: string;
}

/**
 * West's (1979) incremental weighted mean and spread, as `formRows` has it, a layer to a factor: where there is no signal the
 * share is 0, which changes nothing.
 */
export function predictedLayers(
  ranked: readonly RankedSignal[],
  dialect: Dialect,
): readonly Layer[] {
  const [zero, one] = [dialect.number(0), dialect.number(1)];
  const weights = ranked.map(({ as, level, weight }) => [
    `${as}_w`,
    `CASE WHEN ${level} IS NOT NULL THEN ${weight} ELSE ${zero} END`,
  ]);
  const shares = ranked.flatMap(({ as, level, sd }, k) => {
    const total = ranked.slice(0, k + 1).map((one) => v(`${one.as}_w`));
    const w = v(`${as}_w`);
    return [
      [
        `${as}_share`,
        `CASE WHEN ${w} > ${zero} THEN ${w} / (${total.join(' + ')}) ELSE ${zero} END`,
      ],
      [`${as}_x`, `coalesce(${level}, ${zero})`],
      [`${as}_s`, `coalesce(${sd}, ${zero})`],
    ];
  });
  const steps = ranked.map(({ as }, k): Layer => {
    const [share, x, s] = [v(`${as}_share`), v(`${as}_x`), v(`${as}_s`)];
    const mean = k === 0 ? zero : v(`mean_${k}`);
    const spread = k === 0 ? zero : v(`spread_${k}`);
    const noise = k === 0 ? zero : v(`noise_${k}`);
    const delta = `(${x} - ${mean})`;
    const rest = `(${one} - ${share})`;
    return {
      [`mean_${k + 1}`]: `${mean} + ${share} * ${delta}`,
      [`spread_${k + 1}`]: `${rest} * (${spread} + ${share} * ${delta} * ${delta})`,
      [`noise_${k + 1}`]: `${rest} * ${rest} * ${noise} + ${share} * ${share} * ${s} * ${s}`,
    };
  });
  return [Object.fromEntries(weights), Object.fromEntries(shares), ...steps];
}
