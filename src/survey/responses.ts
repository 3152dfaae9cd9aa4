import type { Answers } from './instrument';

/** Who counts as a customer: the end user, the direct buyer, the sales channel, whoever decides. */
export const customerRoles = Object.freeze(['user', 'buyer', 'channel', 'decider'] as const);

/** One of {@link customerRoles}. */
export type CustomerRole = (typeof customerRoles)[number];

/** What one person answered. */
export interface SurveyResponse {
  /** Who answered; each only once. */
  readonly respondent: string;
  /** In which role; left out where it is not known. */
  readonly role?: CustomerRole | undefined;
  readonly answers: Answers;
}
