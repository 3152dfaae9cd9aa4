import {
  type ExpectationColumns,
  type ExpectationInput,
  expectationDefaults,
  type Factor,
  factorNames,
  type NeedsSignal,
  type PriceSignal,
  type Signal,
  type SignalColumns,
  stageNames,
} from 'overdeliver/expectation';

type Column = { level: number; reliability: number; sd: number };
const absent: Column = { level: Number.NaN, reliability: Number.NaN, sd: Number.NaN };

/** The same customers by column; null when none has any signal. */
export function asColumns(
  rows: readonly ExpectationInput[],
  set: typeof expectationDefaults = expectationDefaults,
): ExpectationColumns | null {
  const sd = set.parameters.signalSd.value;
  const signals: Record<string, unknown> = {};
  for (const factor of factorNames) {
    if (rows.every((row) => row.signals[factor] === undefined)) continue;
    const column = rows.map((row) => plain(factor, row, sd));
    const take = (name: keyof Column) => Float64Array.from(column, (one) => one[name]);
    const own = { reliability: take('reliability'), sd: take('sd') };
    if (factor === 'price') {
      signals.price = { ...money(rows), ...own };
    } else if (['rolePerception', 'competitorOffer', 'personalNeeds'].includes(factor)) {
      signals[factor] = { level: take('level'), reliability: own.reliability };
    } else {
      signals[factor] = { level: take('level'), ...own };
    }
  }
  if (Object.keys(signals).length === 0) return null;
  const stage = Uint8Array.from(rows, (row) => stageNames.indexOf(row.stage));
  return { stage, signals: signals as SignalColumns };
}

function plain(factor: Factor, { signals }: ExpectationInput, sd: number): Column {
  const signal = signals[factor];
  if (signal === undefined) return absent;
  if (typeof signal === 'number') return { level: signal, reliability: 1, sd };
  const own = signal as Partial<Signal>;
  const level = factor === 'personalNeeds' ? called(signal as NeedsSignal) : (own.level as number);
  return { level, reliability: own.reliability ?? 1, sd: own.sd ?? sd };
}

function called({ needs, dominant }: NeedsSignal): number {
  return dominant === undefined ? Math.max(...Object.values(needs)) : (needs[dominant] as number);
}

function money(rows: readonly ExpectationInput[]) {
  const of = (name: keyof PriceSignal) =>
    Float64Array.from(rows, ({ signals: { price } }) => price?.[name] ?? Number.NaN);
  return { amount: of('amount'), reference: of('reference') };
}
