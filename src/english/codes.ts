import type { TableWarning } from '../backtest/table-warnings';
import type { CapabilityWarning } from '../capability/capability';
import type { FittedEstimator } from '../capability/index';
import type { DomainWarning } from '../core/domain';
import type { ScaleWarning } from '../core/other-scale';
import type { ExpectationFitFlag, UpdatingFit } from '../expectation/index';
import type { StageEntry } from '../expectation/stages';
import type { ImportanceFlag } from '../journey/index';
import type { TrendReview } from '../journey/review';
import type { DriftAlarms } from '../ledger/drift-alarms';
import type { LifetimeFitReason, LifetimeWarning, PurchaseWarning } from '../lifetime/index';
import type { LiveQuote } from '../live/live-quote';
import type { LoyaltyFitFlag } from '../loyalty/index';
import type { PromiseReview, ReviewReason } from '../promise/index';
import type { PlanReason } from '../promise/promise-plan';
import type { PracticeAudit } from '../response/audit';
import type { BonusPlan } from '../response/bonuses';
import type { Consistency } from '../response/consistency';
import type { FrictionScore } from '../response/friction';
import type { ReassuranceAction } from '../response/reassurance';
import type { RecoveryPlan } from '../response/recovery-types';
import type { Triage } from '../response/triage-types';
import type { JudgedOutcome, SatisfactionFit, SatisfactionWarning } from '../satisfaction/index';
import type { IndexFlag } from '../survey/index';

/**
 * Every code that has a wording: of actions and what is left out, of what was decided for quotes, reviews, outcomes and
 * trends, and of warnings. Another language is complete if it is a `Record<PhraseCode, ...>`.
 */
export type PhraseCode =
  | Triage['actions'][number]['code']
  | Triage['actions'][number]['why'][number]['code']
  | RecoveryPlan['actions'][number]['code']
  | RecoveryPlan['actions'][number]['why'][number]['code']
  | RecoveryPlan['leftOut'][number]['code']
  | ReassuranceAction['code']
  | ReassuranceAction['why'][number]['code']
  | BonusPlan['actions'][number]['code']
  | BonusPlan['actions'][number]['why'][number]['code']
  | NonNullable<BonusPlan['none']>['code']
  | BonusPlan['leftOut'][number]['code']
  | PracticeAudit['actions'][number]['code']
  | PracticeAudit['actions'][number]['why'][number]['code']
  | Consistency['actions'][number]['code']
  | Consistency['actions'][number]['why'][number]['code']
  | FrictionScore['actions'][number]['code']
  | 'friction'
  | PlanReason['code']
  | 'saturated'
  | PromiseReview['advice']
  | ReviewReason['code']
  | NonNullable<LiveQuote['reason']>
  | NonNullable<LiveQuote['unidentified']>['help'][number]
  | LiveQuote['warnings'][number]['code']
  | JudgedOutcome['reason']
  | TrendReview['because'][number]['code']
  | TrendReview['advice']
  | StageEntry['advice'][number]['code']
  | UpdatingFit['flags'][number]['code']
  | CapabilityWarning['code']
  | TableWarning['code']
  | DriftAlarms['warnings'][number]['code']
  | FittedEstimator['flags'][number]['code']
  | SatisfactionFit['flags'][number]['code']
  | SatisfactionWarning['code']
  | LoyaltyFitFlag['code']
  | ExpectationFitFlag['code']
  | ImportanceFlag['code']
  | IndexFlag['code']
  | LifetimeWarning['code']
  | PurchaseWarning['code']
  | LifetimeFitReason['code']
  | DomainWarning['code']
  | ScaleWarning['code'];
