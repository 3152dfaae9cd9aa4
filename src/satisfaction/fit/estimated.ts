import type { Parameter, ParameterStatus } from '../../core/parameters';

/** An estimate as a parameter, whose range holds it however large its unit makes it. */
export function estimated(
  value: number,
  unit: string,
  status: ParameterStatus,
  source: string,
  standardError: number | undefined,
): Parameter {
  // Any number that a fit finds, and room beyond it.
  const most = Math.max(1e6, 2 * Math.abs(value));
  const error = Number.isFinite(standardError) && { standardError };
  return { value, unit, range: [-most, most], status, source, ...error };
}
