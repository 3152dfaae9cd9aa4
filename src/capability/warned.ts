import type { Capability, CapabilityWarning } from './capability';

/**
 * A capability with more to know of it than its source tells: of what was asked for, or of the rows that it was learnt from.
 * What remains of it and its JSON say so, too.
 */
export function warned(capability: Capability, more: readonly CapabilityWarning[]): Capability {
  if (more.length === 0) return capability;
  return {
    ...capability,
    warnings: [...more, ...capability.warnings],
    remaining: (elapsed) => warned(capability.remaining(elapsed), more),
    toJSON: () => {
      const { warned: others = [], ...json } = capability.toJSON();
      return { ...json, warned: structuredClone([...more, ...(others as CapabilityWarning[])]) };
    },
  };
}
