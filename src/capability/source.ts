import type { Capability } from './capability';

/**
 * Brings one kind of capability back from its JSON; {@link reviveCapability} takes the ones an app uses.
 */
export interface CapabilitySource {
  /** The `kind` of the JSON it reads. */
  readonly kind: string;
  /**
   * Validates the JSON, which stands at `path`, and makes the capability anew; `inner` revives a capability inside it,
   * at a path of its own.
   */
  readonly revive: (
    json: unknown,
    inner: (json: unknown, path: string) => Capability,
    path: string,
  ) => Capability;
}
