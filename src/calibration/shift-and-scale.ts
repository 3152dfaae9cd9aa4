import type { Parameter } from '../core/parameters';
import type { SatisfactionModel } from '../satisfaction/model';
import { coefficientNames, thresholdNames } from '../satisfaction/model-numbers';
import { likelihood } from './kernel-likelihood';
import { maximise } from './newton';

/** Where a model's answers move to, with errors. */
export interface Solution {
  readonly shift: number;
  readonly scale: number;
  readonly errors: readonly [shift: number, scale: number];
  readonly logLikelihood: number;
  readonly runaway: Float64Array | null;
}

/** The likelihood of shift and scale is that of an ordinal logit whose parameters are linear in the two. */
export function solve(
  utility: Float64Array,
  thresholds: Float64Array,
  answer: Uint8Array,
  rows: Uint32Array,
): Solution {
  const design = { z: utility, terms: 1, answer, thresholds: thresholds.length };
  const size = thresholds.length + 1;
  const slope = new Float64Array(size);
  const bend = new Float64Array(size * size);
  // What each parameter gains with the shift, and with the scale.
  const by = [
    Float64Array.from({ length: size }, (_, i) => (i < size - 1 ? -1 : 0)),
    Float64Array.of(...thresholds, 1),
  ] as const;
  const { at, covariance, logLikelihood, runaway } = maximise(
    ([shift, scale], gradient, information) => {
      const full = by[0].map(
        (x, i) => x * (shift as number) + (by[1][i] as number) * (scale as number),
      );
      const reached = likelihood(design, rows, full, slope, bend);
      gradient.fill(0);
      information.fill(0);
      for (let i = 0; i < size; i++) {
        for (const a of [0, 1] as const) {
          gradient[a] = (gradient[a] as number) + (by[a][i] as number) * (slope[i] as number);
          for (let j = 0; j < size; j++) {
            const cell = i < j ? j * size + i : i * size + j;
            for (let b = 0; b <= a; b++) {
              const together = (by[a][i] as number) * ((by[b] as Float64Array)[j] as number);
              information[2 * a + b] =
                (information[2 * a + b] as number) + together * (bend[cell] as number);
            }
          }
        }
      }
      return reached;
    },
    Float64Array.of(0, 1),
  );
  const [shift, scale] = at as unknown as readonly [number, number];
  const errors = [Math.sqrt(covariance[0] as number), Math.sqrt(covariance[3] as number)] as const;
  return { shift, scale, errors, logLikelihood, runaway };
}

/** All numbers times the scale, thresholds less the shift; errors to the first order, as if they were independent. */
export function movedParameters(
  model: SatisfactionModel,
  { shift, scale, errors }: Solution,
  source: string,
): Readonly<Record<string, Parameter>> {
  const thresholds = thresholdNames(model);
  const moved = [...thresholds, ...coefficientNames(model)].map((name) => {
    const { value, unit, standardError = 0 } = model.parameters[name] as Parameter;
    const isThreshold = thresholds.includes(name);
    const error = Math.hypot(scale * standardError, value * errors[1], isThreshold ? errors[0] : 0);
    const parameter: Parameter = {
      value: scale * value - (isThreshold ? shift : 0),
      unit,
      range: [-1e6, 1e6],
      status: 'fitted',
      source,
      standardError: error,
    };
    return [name, parameter] as const;
  });
  return { ...model.parameters, ...Object.fromEntries(moved) };
}
