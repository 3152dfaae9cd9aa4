import type { Reason } from '../core/reason';

/** How well it is known that an action does what it is meant to. */
export interface Evidence {
  /** `contested`: studies disagree, or found less than practice believes. `assumed`: practice, no study known. */
  readonly status: 'published' | 'contested' | 'assumed';
  /** Where it is from. */
  readonly source: string;
}

/** Something to do: codes and numbers, from which a caller renders text in any language. */
export interface Action<Code extends string = string, Why extends string = string> {
  /** What to do. Codes may be added. */
  readonly code: Code;
  /** The figures and names that its wording needs; `deviations: 'yes'` beside a quantity that counts from an appointment. */
  readonly detail: Readonly<Record<string, number | string>>;
  readonly why: readonly Reason<Why, Readonly<Record<string, number | string>>>[];
  /** When to do it, in hours in which it may be done; null for what has no date. */
  readonly when: Date | null;
  /** The need or the gap it serves. */
  readonly serves: string;
  readonly evidence: Evidence;
}

/** In what a plan or a capability counts, as figures of an action. */
export const countedIn = ({
  unit,
  deviations,
}: {
  readonly unit: string;
  readonly deviations?: boolean | undefined;
}): Action['detail'] => (deviations ? { unit, deviations: 'yes' } : { unit });

/** Evidence from practice alone. */
export const fromPractice = (source: string): Evidence => ({ status: 'assumed', source });

/** What practice of customer care does, and nobody has studied. */
export const practice = fromPractice('practice of customer care');
