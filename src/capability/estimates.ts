import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { Capability, CapabilityWarning } from './capability';
import type { CensoredOptions } from './censored';
import type { fittedDefaults } from './estimator/parameters';
import {
  calibrationSchema,
  type EstimateHistory,
  type PointEstimate,
  readEstimate,
  readHistory,
} from './input-estimates';
import { learnSpreads } from './learn-spread';
import { capabilityDefaults } from './parameters';
import { powered } from './powered';
import { checkSpread, ratiosOf } from './ratios';
import { scaled } from './scaled';
import { warned } from './warned';

/** How estimates are calibrated. */
export interface CalibrationOptions extends Omit<CensoredOptions, 'deviations'> {
  /**
   * For estimates without spreads: whether to learn, from every second row, how far off they are by how large they are, so that the
   * other rows calibrate. Orders under way teach nothing of it. False unless given.
   */
  readonly learnSpread?: boolean | undefined;
  /**
   * For a history with groups: how many observations of its own a group needs to count as much as all, at least 0;
   * `capabilityDefaults.parameters.shrinkage` (20, assumed) unless given. With 0 each group answers for itself.
   */
  readonly shrinkage?: number | undefined;
  /** The numbers that a learnt spread rests on; {@link fittedDefaults} unless given. */
  readonly parameters?: ParameterSet<keyof typeof fittedDefaults.parameters> | undefined;
}

/** What {@link calibrateEstimates} makes: a function from an estimate to its capability, and what margins go by. */
export interface Calibration {
  /** From a number above 0, or with spreads or groups from an object that has them, such as {@link estimateWith} gives. */
  (estimate: number | PointEstimate): Capability;
  /** What margins go by besides the estimate: the `spread` given with it, one learnt from how long it is, its `group`. */
  readonly by: readonly ('spread' | 'learnt-spread' | 'group')[];
  /** The spread at which ratios count as they are, the geometric mean of those of the history; null unless spreads are given. */
  readonly usualSpread: number | null;
}

/**
 * Makes any point estimate honest, such as a route planner's time of arrival: what will be delivered is the
 * estimate times the distribution of `actual / estimate` in the past. An estimate that is always a third too
 * low is put right, and one that is often wrong gets a wide margin.
 *
 * With `spreads`, such as {@link estimateWith} gives, each estimate has a margin of its own: the logarithms of ratios are divided by
 * the spreads of their estimates, and multiplied by that of the one to come. The
 * finite-sample guarantee carries over, over all orders together, as long as ratios to come are like
 * those of the past (split-conformal prediction with a normalised score: Lei et al. 2018,
 * doi:10.1080/01621459.2017.1307116).
 *
 * With `groups`, each learns from its own orders, and the fewer they are, from all, as {@link capabilityByGroup} has it; such a
 * blend has no ranks, and so no guarantee.
 *
 * A group's median is an estimate too: so groups answer where some of their orders are still under way.
 *
 * To store it, store the history, or for one without spreads and groups the JSON of the capability for an estimate of
 * 1; revived (with `scaledSource` and `censoredSource`), it takes {@link scaleCapability} by the estimate.
 *
 * @param history `estimates`, above 0, and `actuals`, at least 0, in the same unit and order, with `spreads` or
 *   `groups` if there are any; with `finished`, an actual may be the time an order has taken so far
 * @returns a function from an estimate to its capability, which `estimatesSql` takes, too
 * @throws InvalidInputError `out-of-range` for an estimate or a spread that is not above 0 or an actual below 0, with
 *   its place in the path, `length-mismatch` for columns of different lengths, `ambiguous` for spreads that are given
 *   and to be learnt, and for late entries beside groups; NotEnoughDataError for none
 * @example
 * ```ts
 * import { calibrateEstimates } from 'overdeliver';
 *
 * const history = { estimates: [30, 20, 40, 25, 50], actuals: [33, 30, 40, 30, 45] };
 * const arrival = calibrateEstimates(history, { unit: 'minutes' });
 * arrival(40).quantile(0.8); // => 48
 * arrival(20).chance(20); // => 0.4
 *
 * const spreads = [0.1, 0.4, 0.1, 0.2, 0.1];
 * const surer = calibrateEstimates({ ...history, spreads }, { unit: 'minutes' });
 * surer({ estimate: 40, spread: 0.1 }).quantile(0.8); // => 44
 * surer({ estimate: 40, spread: 0.4 }).quantile(0.8); // => 58.564
 * ```
 */
export function calibrateEstimates(
  history: EstimateHistory,
  options: CalibrationOptions,
): Calibration {
  return door('calibrateEstimates', () => {
    const {
      learnSpread = false,
      shrinkage,
      parameters,
      ...counting
    } = read(calibrationSchema, options, 'options');
    const given = readHistory('history', history);
    if (learnSpread && given.spreads !== undefined) {
      refuse('options.learnSpread', true, 'spreads given or learnt, not both', 'ambiguous');
    }
    const learnt = learnSpread ? learnSpreads(given, counting, parameters.numbers) : null;
    const has = { spreads: given.spreads !== undefined, groups: given.groups !== undefined };
    const { usual, of } = ratiosOf(
      learnt?.history ?? given,
      learnt?.counting ?? counting,
      shrinkage ?? capabilityDefaults.parameters.shrinkage.value,
    );
    const calibrated = (asked: number | PointEstimate) =>
      door('calibrateEstimates', () => {
        const { estimate, group, unseen, ...own } = readEstimate(asked, counting.unit, has);
        const spread = own.spread ?? learnt?.spreadOf(estimate) ?? usual;
        const ratio = warnedOf(unseen, of(group));
        checkSpread('estimate.spread', spread, usual);
        // Of spreads that are all alike nothing is taken to a power.
        const margin = spread === usual ? ratio : powered(ratio, spread / usual, 'estimate.spread');
        return scaled(margin, estimate, 'estimate');
      });
    const by: Calibration['by'] = [
      ...(has.spreads ? (['spread'] as const) : []),
      ...(learnt ? (['learnt-spread'] as const) : []),
      ...(has.groups ? (['group'] as const) : []),
    ];
    return Object.assign(calibrated, {
      by: Object.freeze(by),
      usualSpread: has.spreads ? usual : null,
    });
  });
}

/** Ratios of estimates that rest on values the estimator was not fitted on. */
function warnedOf(unseen: readonly string[], ratio: Capability): Capability {
  return warned(
    ratio,
    unseen.map((column): CapabilityWarning => ({ code: 'unseen-value', detail: { column } })),
  );
}
