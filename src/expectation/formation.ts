import type { Level } from '../core/level';
import { refuse } from '../input/refusal';
import { atLeast, compare } from '../numerics/nearly';
import { dominantNeed } from './dominant-need';
import type { Expectation } from './expectation';
import { type PredictedFactor, predictedFactors } from './factors';
import { type FactorColumn, type FormedColumns, factorColumn, formRows } from './form-rows';
import {
  type PlainSignal,
  type PredictedSignal,
  plainSignal,
  predictedSignals,
} from './plain-signals';
import { positionalWeights } from './positional-weights';
import type { ExpectationInput, Signal } from './signals';
import { type FactorOrder, type Stage, stageNames, stages } from './stages';
import type { Weighting } from './weighting';

/** A factor that informed the predicted level, with the share of the weight it had. */
interface FactorShare extends PredictedSignal {
  /** Its weight times its reliability, over the sum of them all: 0 to 1. */
  readonly share: number;
}

/** An expectation and what it was formed from, for the explanation. */
export interface Formation {
  readonly expectation: Expectation;
  readonly shares: readonly FactorShare[];
  /** The base that was learnt, always trusted; null without one. */
  readonly base: { readonly level: Level; readonly share: number } | null;
  readonly competitor: PlainSignal | null;
  readonly needs: PlainSignal | null;
  readonly role: PlainSignal | null;
}

/** Forms one expectation, and keeps what it was formed from. */
export function formation({ stage, signals }: ExpectationInput, weighting: Weighting): Formation {
  const { numbers, set } = weighting.parameters;
  const weights = positionalWeights(stage, weighting);
  const ranked = predictedSignals(signals, numbers);
  refuseNotYet(stage, ranked, signals);
  const trusted = signals.personalNeeds?.reliability !== 0;
  const need = trusted ? dominantNeed(signals.personalNeeds) : null;
  const shift = (signal: Level | Signal | undefined) =>
    signal === undefined ? null : plainSignal(signal, numbers);
  const competitor = shift(signals.competitorOffer);
  const needs = shift(need ? { ...signals.personalNeeds, level: need.level } : undefined);
  const role = shift(signals.rolePerception);

  const base = baseAt(stage, weighting);

  const out = emptyRows(1);
  formRows(
    {
      stage: Uint8Array.of(0),
      ranked: [
        ...ranked.map((signal) => oneRow(signal, weightOf(signal, weights))),
        ...(base === null
          ? []
          : [
              oneRow(
                { ...base, reliability: 1, sd: numbers.signalSd },
                Float64Array.of(base.weight),
              ),
            ]),
      ],
      competitor: competitor && oneRow(competitor),
      needs: needs && oneRow(needs),
      role: role && oneRow(role),
    },
    numbers,
    out,
    0,
    1,
  );
  if (out.status[0] === 1) {
    const usable = predictedFactors.filter((factor) => !stages[stage].notYet.includes(factor));
    const expected = `a signal with a weight and a reliability above 0 among ${usable.join(', ')}`;
    refuse('signals', signals, expected, 'no-signal');
  }
  const { shares, baseShare } = sharesOf(ranked, weights, base?.weight ?? 0);
  const expectation: Expectation = {
    stage,
    predicted: { mean: out.mean[0] as number, variance: out.variance[0] as number },
    desired: out.desired[0] as number,
    adequate: out.adequate[0] as number,
    promised: promisedLevel(stage, ranked, numbers.promiseTrust),
    dominantFactor: dominantFactor(weighting.order ?? stages[stage].order, shares),
    dominantNeed: need?.need ?? null,
    parameters: set.id,
  };
  return {
    expectation,
    shares,
    base: base && { level: base.level, share: baseShare },
    competitor,
    needs,
    role,
  };
}

/** What is expected at a stage when nothing is known, with its weight; null where nobody has learnt it. */
function baseAt(
  stage: Stage,
  { parameters: { learnt } }: Weighting,
): { readonly level: Level; readonly weight: number } | null {
  if (learnt === null) return null;
  return { level: learnt.baseLevel, weight: learnt.base[stageNames.indexOf(stage)] as number };
}

/** Refuses a signal that takes a use, of someone who has had none. */
export function refuseNotYet(
  stage: Stage,
  ranked: readonly PredictedSignal[],
  signals: ExpectationInput['signals'],
  path = 'signals',
): void {
  const isNotYet = ({ factor, reliability }: PredictedSignal) =>
    reliability > 0 && stages[stage].notYet.includes(factor);
  const found = ranked.find(isNotYet);
  if (found === undefined) return;
  const { factor } = found;
  const expected = `none, since nobody at ${stage} has used it: another stage, as classifyStage tells, or pastExperience with something similar`;
  refuse(`${path}.${factor}`, signals[factor], expected, 'stage-mismatch');
}

/** Room for what is formed. */
export function emptyRows(rows: number): FormedColumns {
  return {
    mean: new Float64Array(rows),
    variance: new Float64Array(rows),
    desired: new Float64Array(rows),
    adequate: new Float64Array(rows),
    status: new Uint8Array(rows),
  };
}

function oneRow(
  { level, reliability, sd }: PlainSignal,
  weight: Float64Array = new Float64Array(0),
): FactorColumn {
  return factorColumn(
    Float64Array.of(level),
    Float64Array.of(reliability),
    Float64Array.of(sd),
    weight,
  );
}

function weightOf(signal: PredictedSignal, weights: Float64Array): Float64Array {
  return Float64Array.of(weights[predictedFactors.indexOf(signal.factor)] as number);
}

function sharesOf(
  ranked: readonly PredictedSignal[],
  weights: Float64Array,
  baseWeight: number,
): { readonly shares: readonly FactorShare[]; readonly baseShare: number } {
  const effective = ranked.map(
    (signal) => signal.reliability * (weightOf(signal, weights)[0] as number),
  );
  const total = effective.reduce((sum, weight) => sum + weight, 0) + baseWeight;
  const shares = ranked.map((signal, i) => ({
    ...signal,
    share: (effective[i] as number) / total,
  }));
  return { shares, baseShare: baseWeight / total };
}

/** The greatest share; of equal ones the factor ranked first, then the catalogue's order; null where none has any. */
function dominantFactor(
  ranking: FactorOrder,
  shares: readonly FactorShare[],
): PredictedFactor | null {
  const order = [...ranking.flat(), ...predictedFactors];
  const [first, ...others] = shares.filter(({ share }) => share > 0);
  if (first === undefined) return null;
  return others.reduce((best, next) => {
    const lead = compare(next.share, best.share);
    const sooner = order.indexOf(next.factor) < order.indexOf(best.factor);
    return lead > 0 || (lead === 0 && sooner) ? next : best;
  }, first).factor;
}

/** The highest level promised by a source that is believed enough. */
function promisedLevel(
  stage: Stage,
  signals: readonly PredictedSignal[],
  trust: number,
): number | null {
  const promised = signals.filter(
    ({ factor, reliability }) =>
      reliability > 0 && atLeast(reliability, trust) && stages[stage].promises.includes(factor),
  );
  return promised.length === 0 ? null : Math.max(...promised.map(({ level }) => level));
}
