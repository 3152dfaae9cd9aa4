import { refuse } from '../input/refusal';
import { expectedScore } from '../satisfaction/ordinal';
import { addDimension } from '../satisfaction/utility';
import type { WorldRead } from './compile-world';

/** How satisfied a customer is, 0 to 100, with a time promised and taken: the score of `predictSatisfaction`. */
export function satisfactionOf({ time, thresholds }: WorldRead) {
  // Columns of one row.
  const [expected, got, utility] = [1, 2, 3].map(() => new Float64Array(1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const status = new Uint8Array(1);
  return (promised: number, actual: number): number => {
    expected[0] = promised;
    got[0] = actual;
    utility[0] = 0;
    const bad = addDimension(time, expected, got, null, utility, status, 0, 1);
    const u = utility[0] as number;
    if (bad === -1 && !Number.isNaN(u)) return expectedScore(u, thresholds);
    return refuse(
      'world.capability',
      actual,
      'times above 0, which the model of satisfaction takes',
    );
  };
}
