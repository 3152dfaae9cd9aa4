import { refuse } from '../../input/refusal';
import { dot } from '../../numerics/dot';
import { slack } from '../../numerics/nearly';
import type { Structure } from './structure';

/** Refuses what no index can be fitted to, and says why: items without spread, items or constructs that leave nothing to weigh. */
export function refuseAlike(
  columns: readonly Float64Array[],
  items: readonly string[],
  { constructs, items: own, paths, into }: Structure,
): never {
  const alike = columns.findIndex((column) => column.every((level) => level === column[0]));
  if (alike !== -1) {
    const expected = `answers to ${items[alike]} that differ, or an instrument without it`;
    return refuse('responses', columns[alike]?.[0], expected, 'ambiguous');
  }
  const sums = own.map((places) =>
    sumOfStandardised(places.map((k) => columns[k] as Float64Array)),
  );
  const undone = sums.findIndex((sum) => dot(sum, sum) <= slack * sum.length);
  if (undone !== -1) {
    const names = (own[undone] as readonly number[]).map((k) => items[k]).join(', ');
    const expected = `items of ${constructs[undone]} that ask the same way, since ${names} undo each other; mark as reversed what asks the other way`;
    return refuse('instrument.items', names, expected, 'ambiguous');
  }
  const alone = constructs.find((_, place) =>
    paths
      .filter((path) => path.includes(place))
      .every(([from, to]) => {
        const [a, b] = [sums[from] as Float64Array, sums[to] as Float64Array];
        return Math.abs(dot(a, b)) <= slack * a.length;
      }),
  );
  if (alone !== undefined) {
    const expected = `paths between constructs that go together, as ${alone} does with none of those it has a path with`;
    return refuse('options.paths', alone, expected, 'ambiguous');
  }
  const several = into.filter((from) => from.length > 1).flat();
  const names = [...new Set(several)].map((place) => constructs[place]).join(', ');
  const expected = `fewer paths: of ${names}, some go together so closely that their paths cannot be told apart`;
  return refuse('options.paths', names, expected, 'ambiguous');
}

function sumOfStandardised(columns: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array((columns[0] as Float64Array).length);
  for (const column of columns) {
    const mean = column.reduce((total, x) => total + x, 0) / column.length;
    const centred = column.map((x) => x - mean);
    const sd = Math.sqrt(dot(centred, centred) / column.length);
    centred.forEach((x, person) => {
      sum[person] = (sum[person] as number) + x / sd;
    });
  }
  return sum;
}
