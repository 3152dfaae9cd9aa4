import { refuse } from '../input/refusal';

/**
 * How far the sum, whose terms grow with time and purchases, gets in some milliseconds: each period asks it
 * anew, so that a forecast of many periods reaches less far, and takes some seconds at most.
 */
export function longestHorizon([r, alpha]: readonly number[]): number {
  return (alpha as number) * Math.min(1e5, 1e6 / (r as number));
}

export function checkHorizon(horizon: number, posterior: readonly number[]): void {
  const longest = longestHorizon(posterior);
  if (typeof horizon === 'number' && horizon >= 0 && horizon <= longest) return;
  refuse('horizon', horizon, `a time from 0 to ${longest}, as far as the model reaches`);
}
