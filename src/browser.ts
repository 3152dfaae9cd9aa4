/**
 * All modules in one, for a page without a bundler: it is built as a single file, with what it stands on in it.
 *
 * @packageDocumentation
 */
export * from './backtest/index';
export * from './calendar/index';
export * from './capability/index';
export * from './chart/index';
export * from './core/index';
export * from './english/index';
export * from './expectation/index';
export * from './journey/index';
export * from './ledger/index';
export * from './lifetime/index';
export * from './live/index';
export * from './loyalty/index';
export * from './promise/index';
export * from './response/index';
export * from './satisfaction/index';
export * from './simulation/index';
export * from './sql/index';
export * from './survey/index';
