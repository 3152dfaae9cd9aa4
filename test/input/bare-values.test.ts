import {
  capabilityFromSamples,
  dueDate,
  keptRate,
  type Ledger,
  openLedger,
  recordEvent,
} from 'overdeliver';
import { dueWindow } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const cal = { zone: 'Europe/Berlin' };
const at = '2026-03-02T10:00:00Z';
const loose = <T>(f: T) => f as (...given: readonly unknown[]) => unknown;

describe('a bare value shows what is wanted in its place', () => {
  it.each<[string, () => unknown, string, string]>([
    ['a number for a plan', () => loose(dueDate)(cal, at, 3), 'plan', 'promise, unit'],
    [
      'a window for a plan',
      () => loose(dueDate)(cal, at, { from: 1, to: 2, unit: 'days' }),
      'plan',
      'dueWindow',
    ],
    [
      'a plan for a window',
      () => loose(dueWindow)(cal, at, { promise: 1, unit: 'days' }),
      'window',
      'dueDate',
    ],
    [
      'text for a list of hours',
      () =>
        loose(dueDate)({ ...cal, open: { monday: '09:00-17:00' } }, at, {
          promise: 1,
          unit: 'days',
        }),
      'calendar.open.monday',
      "['09:00-17:00']",
    ],
    ['no options of a rate', () => loose(keptRate)(openLedger()), 'options', 'asOf'],
    ['no options of a capability', () => loose(capabilityFromSamples)([1, 2]), 'options', 'unit'],
    [
      'a list for an event',
      () => loose(recordEvent)(openLedger() satisfies Ledger, []),
      'event',
      'recordEvents',
    ],
  ])('%s', (_, call, path, text) => {
    const { path: where, expected } = refusal(call);
    expect([where, expected]).toEqual([path, expect.stringContaining(text)]);
  });
});
