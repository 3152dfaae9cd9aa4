import * as z from 'zod/mini';

/** The greatest time, count or amount of money taken, so that no sum or product of them overflows. */
export const greatest = 1e15;

const periods = 'a whole number of periods from 1 to 10,000';
/** How many periods to look ahead. */
export const periodsSchema = z.int(periods).check(z.gte(1, periods), z.lte(10_000, periods));

const money = 'an amount from -1e15 to 1e15';
/** Money, gained or lost. */
export const moneySchema = z.number().check(z.gte(-greatest, money), z.lte(greatest, money));
