import type {
  BacktestReport,
  FrontierPoint,
  OrderColumns,
  OrderTextForms,
} from 'overdeliver/backtest';
import type { Fault } from './faults';
import type { Facts } from './look-back';
import type { Next } from './next';
import type { Encoding } from './read-table';
import type { OrdersSettings } from './settings';

/** What the page asks of the worker. */
export type Ask =
  | { readonly kind: 'read'; readonly source: string | Blob }
  | { readonly kind: 'forms'; readonly settings: OrdersSettings }
  | { readonly kind: 'run'; readonly settings: OrdersSettings }
  | { readonly kind: 'next'; readonly settings: OrdersSettings };

export interface TableRead {
  readonly names: readonly string[];
  readonly rows: number;
  readonly empty: number;
  readonly above: number;
  readonly delimiter: string;
  readonly encoding: Encoding;
  /** Whether there are rows with more cells than names. */
  readonly hasLongRows: boolean;
  readonly preview: readonly Readonly<Record<string, string>>[];
  readonly guessed: OrderColumns;
  /** Columns of numbers, which may matter. */
  readonly numbers: readonly string[];
}

/** What the worker says. */
export type Answer =
  | { readonly kind: 'progress'; readonly what: string; readonly done: number; readonly of: number }
  | { readonly kind: 'table'; readonly table: TableRead }
  | { readonly kind: 'forms'; readonly forms: OrderTextForms }
  | {
      readonly kind: 'orders';
      readonly orders: number;
      readonly faults: readonly Fault[];
      readonly faultCount: number;
      /** What to know before relying on the orders, in English. */
      readonly warnings: readonly string[];
      readonly facts: Facts;
    }
  | { readonly kind: 'report'; readonly report: BacktestReport }
  | {
      readonly kind: 'frontier';
      readonly policy: string;
      readonly points: readonly FrontierPoint[];
    }
  | { readonly kind: 'next'; readonly next: Next }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };
