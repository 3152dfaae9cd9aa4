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
 * What a ledger records: a promise made, told anew, delivered or called off. A promise is kept when delivered by `due` and,
 * where a quantity is promised, within it. Dates may be in any form, and come back as `At`.
 */
export type LedgerEvent<At = DateInput> =
  | {
      /** A promise was made. */
      readonly kind: 'promise';
      /** A name of your own, used once in a ledger. */
      readonly id: string;
      /** When it was made. */
      readonly at: At;
      /** The last moment at which delivery keeps it. */
      readonly due: At;
      /** What to tell apart, such as a region or a product. */
      readonly segment?: string | undefined;
      /** A price, a level of service; `better` says on which side of it delivery must stay, `lower` unless given. */
      readonly quantity?:
        | (Quantity & { readonly better?: 'lower' | 'higher' | undefined })
        | undefined;
    }
  | {
      /** The customer was told something else; the promise as it was made stays. */
      readonly kind: 'revision';
      readonly id: string;
      readonly at: At;
      readonly due: At;
      /** The quantity promised now; the one before unless given. */
      readonly quantity?: Quantity | undefined;
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
