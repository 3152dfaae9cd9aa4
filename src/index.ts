/**
 * Manage customer expectations: what they expect, what to promise, how they will feel, what they will do.
 *
 * @packageDocumentation
 */
export * from './calendar/index';
export * from './calibration/index';
export * from './capability/index';
export * from './core/index';
export * from './expectation/index';
export * from './fitted/index';
export * from './journey/index';
export * from './ledger/index';
export * from './lifetime/index';
export * from './listening/index';
export * from './live/index';
export * from './loyalty/index';
export * from './promise/index';
export * from './response/index';
export * from './satisfaction/index';
export * from './survey/index';
