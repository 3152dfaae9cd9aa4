import {
  type DriftAlarms,
  driftAlarms,
  type KeptRate,
  type KeptRateRow,
  keptRate,
  keptRates,
  type Ledger,
  type LedgerEvent,
  openLedger,
  type PromiseGroup,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { expectTypeOf, it } from 'vitest';

declare const ledger: Ledger;
const at = new Date(0);

it('records events of four kinds', () => {
  expectTypeOf(recordEvent).toEqualTypeOf<(ledger: Ledger, event: LedgerEvent) => Ledger>();
  expectTypeOf([].reduce(recordEvent, openLedger())).toEqualTypeOf<Ledger>();
  recordEvent(ledger, { kind: 'promise', id: 'a', at, due: at, segment: undefined });
  // @ts-expect-error a promise says when it is due
  recordEvent(ledger, { kind: 'promise', id: 'a', at });
  // @ts-expect-error a quantity has a unit
  recordEvent(ledger, { kind: 'delivery', id: 'a', at, quantity: { value: 3 } });
  // @ts-expect-error somebody cancelled
  recordEvent(ledger, { kind: 'cancellation', id: 'a', at });
});

it('answers with readonly data', () => {
  expectTypeOf(keptRate(ledger, { asOf: at })).toEqualTypeOf<KeptRate>();
  expectTypeOf(keptRates(ledger, { asOf: at, by: () => '' })).toEqualTypeOf<
    readonly KeptRateRow[]
  >();
  expectTypeOf(driftAlarms(ledger, { asOf: at, keepRate: 0.9 })).toEqualTypeOf<DriftAlarms>();
  expectTypeOf<KeptRateRow>().toEqualTypeOf<Readonly<KeptRateRow>>();
  expectTypeOf<ReturnType<PromiseGroup>>().toEqualTypeOf<string>();
  // @ts-expect-error the date in question is yours to say
  keptRate(ledger, {});
  // @ts-expect-error groups come from a function
  keptRates(ledger, { asOf: at, by: 'segment' });
});

it('goes to JSON and back', () => {
  expectTypeOf(reviveLedger).toEqualTypeOf<(json: unknown) => Ledger>();
});
