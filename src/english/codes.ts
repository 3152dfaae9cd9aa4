import type { CapabilityWarning } from '../capability/capability';
import type { FittedEstimator } from '../capability/index';
import type { DomainWarning } from '../core/domain';
import type { TrendReason, TrendReview } from '../journey/review';
import type { LifetimeWarning } from '../lifetime/index';
import type { LiveQuote } from '../live/live-quote';
import type { PromiseReview, ReviewReason } from '../promise/index';
import type { PlanReason } from '../promise/promise-plan';
import type { PracticeAudit } from '../response/audit';
import type { BonusLeftOut, BonusPlan, NoBonus } from '../response/bonuses';
import type { Consistency } from '../response/consistency';
import type { FrictionScore } from '../response/friction';
import type { ReassuranceCode, ReassuranceReason } from '../response/reassurance';
import type { RecoveryCode, RecoveryOmission, RecoveryReason } from '../response/recovery-types';
import type { TriageCode, TriageReason } from '../response/triage-types';
import type { JudgedOutcome, SatisfactionFit } from '../satisfaction/index';

/**
 * Every code that has a wording: of actions and what is left out, of what was decided for quotes, reviews, outcomes and
 * trends, and of warnings. Another language is complete if it is a `Record<PhraseCode, ...>`.
 */
export type PhraseCode =
  | TriageCode
  | TriageReason
  | RecoveryCode
  | RecoveryReason
  | RecoveryOmission
  | ReassuranceCode
  | ReassuranceReason
  | BonusPlan['actions'][number]['code']
  | BonusPlan['actions'][number]['why'][number]['code']
  | NoBonus
  | BonusLeftOut['code']
  | PracticeAudit['actions'][number]['code']
  | PracticeAudit['actions'][number]['why'][number]['code']
  | Consistency['actions'][number]['code']
  | Consistency['actions'][number]['why'][number]['code']
  | FrictionScore['actions'][number]['code']
  | 'friction'
  | PlanReason['code']
  | PromiseReview['advice']
  | ReviewReason['code']
  | NonNullable<LiveQuote['reason']>
  | NonNullable<LiveQuote['unidentified']>['help'][number]
  | LiveQuote['warnings'][number]['code']
  | JudgedOutcome['reason']
  | TrendReason['code']
  | TrendReview['advice']
  | CapabilityWarning['code']
  | FittedEstimator['warnings'][number]['code']
  | SatisfactionFit['flags'][number]['code']
  | LifetimeWarning['code']
  | DomainWarning['code'];
