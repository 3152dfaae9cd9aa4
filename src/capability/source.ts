import type { Capability } from './capability';

/** Revives a capability inside another one's JSON; `path` is where it stands, for messages. */
export type ReviveInner = (json: unknown, path: string) => Capability;

/** Brings one kind of capability back from its JSON; {@link reviveCapability} takes the ones an app uses. */
export interface CapabilitySource {
  /** The `kind` of the JSON it reads. */
  readonly kind: string;
  /** Validates the JSON, which stands at `path`, and makes the capability anew. */
  readonly revive: (json: unknown, revive: ReviveInner, path: string) => Capability;
}
