import * as z from 'zod/mini';
import type { Reason } from '../core/reason';
import { type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { optionFor } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { wilson } from '../numerics/proportion';
import { grouping } from './grouping';
import { groupSchema } from './input';
import { checkDates } from './input-dates';
import type { Ledger } from './ledger';
import { driftDefaults } from './parameters';
import type { PromiseGroup } from './promise-group';
import { runLength } from './run-length';
import { judgePromises } from './standing';

/** What to be alarmed about. */
export interface DriftOptions {
  /** Only what had happened by then counts. */
  readonly asOf: DateInput;
  /**
   * The share of promises that is kept while all is well, from .5 to .999, as `keptRate` of a good spell says: one that is only wished
   * for raises alarm upon alarm, and one below what is kept lets it get as bad as that without a word.
   */
  readonly keepRate: number;
  /** The share worth an alarm, above 0 and below `keepRate`; unless given the one at which the odds of a broken
   * promise are twice those of `keepRate`, such as .818 for .9. */
  readonly worse?: number | undefined;
  /** One false alarm in so many promises at the most, on average, from 2 to 1,000,000; 1000 unless given. */
  readonly falseAlarmEvery?: number | undefined;
  /** Looks at each group by itself, so that each has false alarms of its own; all promises together unless given. */
  readonly by?: PromiseGroup | undefined;
}

/** Promises began to be kept less often than `keepRate` says, or still are. */
export interface DriftAlarm {
  /** What `by` returned for the group; `''` without it. */
  readonly key: string;
  /** When it was noticed: the due date of the last promise it took. */
  readonly at: Date;
  /** When it seems to have begun: the due date of the first of them. */
  readonly since: Date;
  /** How many promises fell due from the first to the last of them. */
  readonly due: number;
  /** How many of these were broken. */
  readonly broken: number;
  /** Whether things are still bad, rather than bad again: no more promises of the group fell due since its alarm before
   * than {@link driftDefaults} say, twice the rule's `noticedAfter`. Act on those where it is false. */
  readonly again: boolean;
}

/** The alarms and the rule that raised them. */
export interface DriftAlarms {
  /** In the order of the keys, then of time. */
  readonly alarms: readonly DriftAlarm[];
  /** The rule that raised them, so that a report can say it. */
  readonly rule: {
    /** The share worth an alarm. */
    readonly worse: number;
    /** How many kept promises one broken one outweighs. */
    readonly brokenWeight: number;
    /** The sum at which the alarm is raised. */
    readonly threshold: number;
    /** After how many promises, on average, it is raised though the keep rate holds. */
    readonly falseAlarmEvery: number;
    /** After how many it is raised, on average, when only the worse rate holds. */
    readonly noticedAfter: number;
  };
  /**
   * What to know before relying on the alarms. `keeps-more`: of all promises that fell due the share `rate` was kept, surely more than
   * `keepRate` and with a third fewer broken, so that getting worse may raise no alarm. Codes may be added.
   */
  readonly warnings: readonly Reason<
    'keeps-more',
    { readonly rate: number; readonly keepRate: number }
  >[];
}

const defaults = driftDefaults.parameters;
const keepText = 'a share from .5 to .999, such as .9 for 90%';

/**
 * When promises began to be kept less often than they are while all is well: a cumulative sum over the promises of a ledger in the
 * order they fell due (the Bernoulli CUSUM of Reynolds and Stoumbos 1999). Each kept promise takes 1 from the
 * sum, which never falls below 0, and each broken one adds the weight that tells `keepRate` and `worse` apart
 * best, `ln((1 - worse) / (1 - keepRate)) / ln(keepRate / worse)`, rounded. The threshold is the lowest with
 * no more false alarms than wanted: on whole numbers the average run is exact. After an alarm the sum starts
 * again from 0, so that one bad spell raises several; those after the first say `again`.
 *
 * Broken promises that come in bunches, as they do in bad weather, raise more false alarms than that.
 * An alarm once raised stays: a later `asOf` adds alarms and changes none. Promises count as they were made.
 *
 * @throws InvalidInputError `out-of-range` for a rate off its range
 * @example
 * ```ts
 * import { driftAlarms, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 *
 * const on = (day: number) => new Date(Date.UTC(2026, 0, day));
 * // One promise a day: 1 in 20 broken until 10 April (day 100), 2 in 5 from then on. So 95% are kept while all is well.
 * const broken = (day: number) => (day < 100 ? day % 20 === 0 : day % 5 < 2);
 * const events = Array.from({ length: 120 }, (_, day): LedgerEvent[] => [
 *   { kind: 'promise', id: `day ${day}`, at: on(day - 1), due: on(day) },
 *   { kind: 'delivery', id: `day ${day}`, at: on(broken(day) ? day + 1 : day) },
 * ]);
 * const ledger = events.flat().reduce(recordEvent, openLedger());
 * const { alarms, rule } = driftAlarms(ledger, { asOf: on(130), keepRate: 0.95 });
 * alarms;
 * // => [{ key: '', at: 2026-04-20T00:00:00.000Z, since: 2026-04-10T00:00:00.000Z, due: 11, broken: 5, again: false }]
 * rule;
 * // => { worse: 0.905, brokenWeight: 13, threshold: 54, falseAlarmEvery: 1059.8, noticedAfter: 116.4 }
 * ```
 */
export function driftAlarms(ledger: Ledger, options: DriftOptions): DriftAlarms {
  return door('driftAlarms', () => {
    const { asOf, keepRate, by = () => '', ...given } = read(optionsSchema, options, 'options');
    checkDates(ledger, { asOf });
    const {
      worse = keepRate / (keepRate + defaults.worseOdds.value * (1 - keepRate)),
      falseAlarmEvery: every = defaults.falseAlarmEvery.value,
    } = given;
    if (!(worse > 0) || atLeast(worse, keepRate)) {
      refuse('options.worse', worse, `a share above 0 and below ${keepRate}, the keepRate`);
    }
    const told = Math.log((1 - worse) / (1 - keepRate)) / Math.log(keepRate / worse);
    const brokenWeight = Math.max(1, Math.round(told));
    const { threshold, promises } = runLength(1 - keepRate, brokenWeight, every, Infinity);
    const groups = grouping(by, (): FellDue[] => []);
    let [dueIn, kept] = [0, 0];
    judgePromises(ledger, asOf.getTime(), false, (made, due, standing) => {
      const group = groups.of(made, due);
      if (standing === 'pending' || standing === 'paused' || standing === 'cancelled') return;
      const isKept = standing === 'kept';
      dueIn++;
      if (isKept) kept++;
      group.push({ id: made.id, due, kept: isKept });
    });
    const noticedAfter = runLength(1 - worse, brokenWeight, Infinity, threshold).promises;
    const rule = { worse, brokenWeight, threshold, falseAlarmEvery: promises, noticedAfter };
    const alarms = groups.inOrder().flatMap(([key, group]) => alarmsOf(key, group, rule));
    return { alarms, rule, warnings: warningsOf(keepRate, dueIn, kept) };
  });
}

const optionsSchema = once(() =>
  z.strictObject({
    asOf: dateSchema,
    keepRate: z.number(keepText).check(z.gte(0.5, keepText), z.lte(0.999, keepText)),
    worse: z.optional(z.number()),
    falseAlarmEvery: optionFor(defaults.falseAlarmEvery),
    by: z.optional(groupSchema),
  }),
);

function warningsOf(keepRate: number, due: number, kept: number): DriftAlarms['warnings'] {
  if (due === 0) return [];
  const rate = kept / due;
  const [low] = wilson(kept, due);
  // Surely, and with a third fewer broken: less is no matter.
  const isMore = low > keepRate && 3 * (1 - rate) < 2 * (1 - keepRate);
  return isMore ? [{ code: 'keeps-more', detail: { rate, keepRate } }] : [];
}

/** A promise that fell due. */
interface FellDue {
  readonly id: string;
  readonly due: number;
  readonly kept: boolean;
}

function alarmsOf(
  key: string,
  group: FellDue[],
  { brokenWeight, threshold, noticedAfter }: DriftAlarms['rule'],
): readonly DriftAlarm[] {
  const alarms: DriftAlarm[] = [];
  const spell = defaults.sameSpell.value * noticedAfter;
  let [sum, since, due, broken] = [0, 0, 0, 0];
  let sinceAlarm = Infinity;
  // Those of one moment by id, however they were recorded.
  group.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
  for (const promise of group) {
    if (sum === 0) [since, due, broken] = [promise.due, 0, 0];
    due++;
    sinceAlarm++;
    if (promise.kept) sum = Math.max(0, sum - 1);
    else {
      sum += brokenWeight;
      broken++;
    }
    if (sum < threshold) continue;
    const again = sinceAlarm <= spell;
    alarms.push({ key, at: new Date(promise.due), since: new Date(since), due, broken, again });
    sum = sinceAlarm = 0;
  }
  return alarms;
}
