import { freezeSet, type ParameterSet } from '../core/parameters';
import { commonNumbers } from './assumed-common';
import { effectNumbers } from './assumed-effects';
import { memoryNumbers } from './assumed-memory';

const numbers = { ...memoryNumbers, ...effectNumbers, ...commonNumbers };

/**
 * The default numbers of the live promiser. All are assumed: choices of ours, some made by scores on
 * marketplace orders due before 2017-09 (later orders had been looked at by then), none estimated.
 */
export const promiserDefaults: ParameterSet<keyof typeof numbers> = freezeSet({
  id: 'live/assumed-4',
  setting: 'a stream of dozens of orders or more per mean duration',
  parameters: numbers,
});

/** The bare numbers of the promiser. */
export type PromiserNumbers = Readonly<Record<keyof typeof numbers, number>>;
