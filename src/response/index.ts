/**
 * What should we do about it? Expectations answered, failures made up for, choices confirmed, customers surprised, and
 * habits audited: as codes, figures and dates.
 *
 * @module
 */
export type { Action, Evidence } from './action';
export { auditPractices, type PracticeAnswer, type PracticeAudit } from './audit';
export { planBonuses } from './bonus';
export type {
  Bonus,
  BonusCustomer,
  BonusOptions,
  BonusPlan,
} from './bonuses';
export { type Consistency, consistencyOf } from './consistency';
export type { Contact } from './contact';
export { type ComplaintChannel, type FrictionScore, scoreComplaintChannel } from './friction';
export { frictionDefaults, reassuranceDefaults, responseDefaults } from './parameters';
export { type Practice, type PracticeName, practices } from './practices';
export {
  planReassurance,
  type ReassuranceAction,
  type ReassuranceCode,
  type ReassuranceOptions,
} from './reassurance';
export { planRecovery } from './recovery';
export type {
  Failure,
  RecoveryCode,
  RecoveryOptions,
  RecoveryPlan,
} from './recovery-types';
export { triageExpectation } from './triage';
export type { AskedFor, Triage, TriageCode, TriageOptions } from './triage-types';
