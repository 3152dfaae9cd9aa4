import { capabilityFromCensored, capabilityFromSamples, planPromise } from 'overdeliver';
import { formExpectations } from 'overdeliver/expectation';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { groups, type Orders } from './orders';

/** What TypeScript does with columns that it holds. */

export const keepRate = 0.9;
const options = { unit: 'days' } as const;

/** The rows of each group, one after another: where groups begin, and the places of rows. */
function byGroup(g: Int32Array) {
  const counts = new Int32Array(groups);
  for (const group of g) counts[group] = (counts[group] as number) + 1;
  const starts = new Int32Array(groups + 1);
  counts.forEach((count, group) => {
    starts[group + 1] = (starts[group] as number) + count;
  });
  const next = starts.slice();
  const order = new Int32Array(g.length);
  for (let i = 0; i < g.length; i++) {
    const group = g[i] as number;
    const place = next[group] as number;
    order[place] = i;
    next[group] = place + 1;
  }
  return (group: number) => {
    const places = order.subarray(starts[group], starts[group + 1]);
    return (column: Float64Array) => {
      const picked = new Float64Array(places.length);
      for (let k = 0; k < places.length; k++) picked[k] = column[places[k] as number] as number;
      return picked;
    };
  };
}

export function ranks({ g, x }: Orders): readonly number[] {
  const rowsOf = byGroup(g);
  return Array.from({ length: groups }, (_, group) => {
    const capability = capabilityFromSamples(rowsOf(group)(x), options);
    return planPromise(capability, { keepRate }).promise;
  });
}

export function curves({ g, x, f, w }: Orders): readonly number[] {
  const rowsOf = byGroup(g);
  return Array.from({ length: groups }, (_, group) => {
    const pick = rowsOf(group);
    const capability = capabilityFromCensored(pick(x), {
      ...options,
      finished: pick(f),
      weights: pick(w),
    });
    return capability.quantile(keepRate);
  });
}

export const scores = ({ p, x }: Orders) =>
  predictSatisfactions({ promised: p, actual: x, unit: 'days' });

export const expectations = ({ l, p }: Orders) =>
  formExpectations({
    stage: 'never-used',
    signals: { wordOfMouth: l, advertising: l, competitorOffer: l, rolePerception: p },
  });
