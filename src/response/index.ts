/**
 * What should we do about it? Expectations answered, failures made up for, choices confirmed, customers surprised, and
 * habits audited: as codes, figures and dates.
 *
 * @module
 */
export type { Action, Evidence, Reason } from './action';
export {
  type AuditOptions,
  auditPractices,
  type PracticeAnswer,
  type PracticeAudit,
  type PracticeScore,
} from './audit';
export { planBonuses } from './bonus';
export type {
  Bonus,
  BonusCustomer,
  BonusLeftOut,
  BonusOptions,
  BonusPlan,
  NoBonus,
} from './bonuses';
export { type Consistency, type ConsistencyOptions, consistencyOf } from './consistency';
export type { Contact, Dated } from './contact';
export {
  type ComplaintChannel,
  type FrictionOptions,
  type FrictionScore,
  scoreComplaintChannel,
} from './friction';
export {
  type FrictionParameter,
  frictionDefaults,
  type ReassuranceParameter,
  type ResponseParameter,
  reassuranceDefaults,
  responseDefaults,
} from './parameters';
export { type Practice, type PracticeName, practices } from './practices';
export {
  planReassurance,
  type ReassuranceCode,
  type ReassuranceOptions,
  type ReassuranceReason,
} from './reassurance';
export { planRecovery } from './recovery';
export type {
  Failure,
  Justice,
  RecoveryCode,
  RecoveryOmission,
  RecoveryOptions,
  RecoveryPlan,
  RecoveryReason,
} from './recovery-types';
export { triageExpectation } from './triage';
export type { AskedFor, Triage, TriageCode, TriageOptions, TriageReason } from './triage-types';
