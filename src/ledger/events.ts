import type { DateInput } from '../input/date';

/**
 * So much of something, such as 180 euros.
 *
 * @inline
 */
interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/**
 * A quantity as it is promised.
 *
 * @inline
 */
interface PromisedQuantity extends Quantity {
  /** On which side of it delivery must stay, `lower` unless given. */
  readonly better?: 'lower' | 'higher' | undefined;
}

/**
 * A due date, a quantity, or both.
 *
 * @inline
 */
type Promised<At, Amount> =
  | {
      /** The last moment at which delivery keeps it. */
      readonly due: At;
      /** The first one, where a window was promised: what comes before finds nobody. In a revision none unless given. */
      readonly from?: At | undefined;
      /** A price, a level of service. In a revision the one before unless given. */
      readonly quantity?: Amount | undefined;
    }
  | {
      /** Without one a promise is kept by its quantity alone, whenever it is delivered; in a revision the one before stays. */
      readonly due?: undefined;
      readonly from?: undefined;
      readonly quantity: Amount;
    };

/**
 * What a ledger records: a promise made, told anew, standing still, going on, delivered or called off. A promise is kept
 * when delivered by `due`, where it has one, not before `from`, where it has one, and within its quantity, where it has
 * one. Dates may be in any form, and come back as `At`.
 */
export type LedgerEvent<At = DateInput> =
  | ({
      /** A promise was made. */
      readonly kind: 'promise';
      /** A name of your own, used once in a ledger. */
      readonly id: string;
      /** When it was made. */
      readonly at: At;
      /** What to tell apart, such as a region or a product. */
      readonly segment?: string | undefined;
    } & Promised<At, PromisedQuantity>)
  | ({
      /** The customer was told something else; the promise as it was made stays. */
      readonly kind: 'revision';
      readonly id: string;
      readonly at: At;
    } & Promised<At, Quantity>)
  | {
      /** It waits for something that is not the company's to do: while anything is waited for, it is not overdue. */
      readonly kind: 'pause';
      readonly id: string;
      readonly at: At;
      /** What it waits for, in a word of yours; to begin a wait that is open already changes nothing. */
      readonly reason?: string | undefined;
    }
  | {
      /** A wait is over: that of the reason, or every one where none is given. */
      readonly kind: 'resume';
      readonly id: string;
      readonly at: At;
      readonly reason?: string | undefined;
      /** When the promise as it was made falls due now, as `promiseClocks` says it of business hours; later by the time it
       * stood still unless given. A date told anew moves by that time. */
      readonly due?: At | undefined;
    }
  | {
      /** What was promised was delivered. */
      readonly kind: 'delivery';
      readonly id: string;
      /** When the customer had it. */
      readonly at: At;
      /** How much it was, where a quantity was promised. */
      readonly quantity?: Quantity | undefined;
    }
  | {
      /** The promise was called off, and nothing will be delivered. */
      readonly kind: 'cancellation';
      readonly id: string;
      readonly at: At;
      /** A customer's cancellation by the due date releases the company; the company's own breaks the promise. */
      readonly by: 'customer' | 'company';
    };
