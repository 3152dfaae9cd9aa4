import { type Factor, predictedFactors } from '../expectation/factors';
import { positionalWeights } from '../expectation/positional-weights';
import { type Stage, stageNames, stages } from '../expectation/stages';
import type { Weighting } from '../expectation/weighting';
import type { Dialect } from './dialects';
import { doubleColumn, type Fault, type Plan, v } from './nested';
import { readLayers } from './numbers-read';
import { byPlace, isAt, placeFaults, placeLayers, type StageSource } from './place-read';
import { predictedLayers, type RankedSignal } from './predicted-layers';
import { levelOfPriceIn } from './price-level';
import { registerLayers } from './register-layers';
import type { SignalNames } from './signal-names';
import { numbersOf, type SignalRead, signalFaults, signalReads } from './signal-reads';

/** The places of the stages at which nobody has had what a factor takes. */
const notYetAt = (factor: Factor): readonly number[] =>
  Array.from(stageNames.keys()).filter((place) =>
    stages[stageNames[place] as Stage].notYet.some((name) => name === factor),
  );

/** What forms an expectation, in layers. */
export function expectationPlan(
  { stage, signals }: { readonly stage: StageSource; readonly signals: SignalNames },
  weighting: Weighting,
  dialect: Dialect,
): Plan {
  const { numbers } = weighting.parameters;
  const reads = signalReads(signals);
  const ranked = rankedSignals(reads, stage, weighting, dialect);
  const [raw, fit] = readLayers(reads.flatMap(numbersOf), dialect);
  const column = typeof stage === 'string' ? null : stage.column;
  const [told, place] = column ? placeLayers('stage', column, stageNames, dialect) : [];
  const weight = ranked.map(({ as }) => v(`${as}_w`)).join(' + ');
  return {
    layers: [
      { ...raw, ...told },
      { ...fit, ...place },
      ...(signals.price ? [{ price: levelOfPriceIn(numbers, dialect) }] : []),
      ...predictedLayers(ranked, dialect),
      ...registerLayers(reads, numbers, ranked.length, dialect),
    ],
    faults: [
      ...(column ? placeFaults('stage', column) : []),
      ...reads.flatMap((signal) => signalFaults(signal, dialect)),
      ...reads.flatMap((signal) => mismatch(signal, stage)),
      { code: 'no-signal', input: null, when: `${weight} = ${dialect.number(0)}` },
    ],
    columns: [
      level('mean', 'predicted_mean', 'the level expected'),
      doubleColumn('predicted_variance', 'how uncertain that is, in points^2', v('variance')),
      level('desired', 'desired', 'the level wished for'),
      level('adequate', 'adequate', 'the least level accepted'),
    ],
    reads: [
      ...(column ? [column] : []),
      ...reads.flatMap((signal) => numbersOf(signal).map((number) => number.column)),
    ],
  };
}

const level = (as: string, name: string, meaning: string) =>
  doubleColumn(name, `${meaning}, 0 to 100`, v(as));

/** What informs the predicted level, in the order in which forming adds it up: the base that was learnt comes last. */
function rankedSignals(
  reads: readonly SignalRead[],
  stage: StageSource,
  weighting: Weighting,
  dialect: Dialect,
): readonly RankedSignal[] {
  const { numbers, learnt } = weighting.parameters;
  const weights = stageNames.map((name) => positionalWeights(name, weighting));
  const signalSd = dialect.number(numbers.signalSd);
  const ranked = predictedFactors.flatMap((factor, at): RankedSignal[] => {
    const signal = reads.find((one) => one.factor === factor);
    if (signal === undefined) return [];
    const never = notYetAt(factor);
    const byStage = weights.map((all, place) => (never.includes(place) ? 0 : (all[at] as number)));
    const weight = byPlace('stage', stage, stageNames, byStage, dialect);
    const { level, reliability, sd } = signal;
    return [
      {
        as: factor,
        level,
        sd: sd ?? signalSd,
        weight: reliability === null ? weight : `(${weight}) * ${reliability}`,
      },
    ];
  });
  if (learnt === null) return ranked;
  const weight = byPlace('stage', stage, stageNames, Array.from(learnt.base), dialect);
  return [...ranked, { as: 'base', level: dialect.number(learnt.baseLevel), sd: signalSd, weight }];
}

/** The fault of a signal that takes a use, of someone who has had none. */
function mismatch({ factor, level, reliability, column }: SignalRead, stage: StageSource): Fault[] {
  const at = isAt(stage, notYetAt(factor));
  if (at === null) return [];
  const trusted = reliability === null ? '' : ` AND ${reliability} > 0`;
  const when = `${level} IS NOT NULL AND ${at}${trusted}`;
  return [{ code: 'stage-mismatch', input: column.column, when }];
}
