import type { Capability } from './capability';

/** What hides a quantile, and what to do about it, in words; nothing where nothing is under way. */
export function waysOut(
  { unit, stillUnderWay }: Pick<Capability, 'unit' | 'stillUnderWay'>,
  lessIsKnown: boolean,
): string {
  if (stillUnderWay === undefined) return '';
  const { count, oldest } = stillUnderWay;
  const are = count === 1 ? '1 is' : `${count} are`;
  const age = `${Number(oldest.toPrecision(6))} ${unit}`;
  const hidden = `${are} under way for longer than any took that finished, up to ${age}`;
  const lost =
    'say which of them were lost, as no-shows are (lost of capabilityFromCensored, or lostAfter of capabilityAsOf)';
  const less = lessIsKnown ? ', or ask for less' : '';
  return `: ${hidden}; ${lost}, or fit a family that goes on beyond (fitCapability)${less}`;
}
