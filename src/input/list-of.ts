import { limits } from './limits';
import { reading } from './reading';
import { refuse, refuseOther } from './refusal';

/** A list as an array of our own, that can be read: the caller's may be too long, have holes or throw. */
export function listOf<Item>(
  path: string,
  value: readonly Item[],
  expected = 'an array',
): readonly Item[] {
  return reading(path, value, () => {
    if (!Array.isArray(value)) {
      refuseOther(path, value, expected);
    }
    if (value.length > limits.column) {
      refuse(path, value, `a length of at most ${limits.column}`, 'out-of-range');
    }
    const list: Item[] = [];
    for (let i = 0; i < value.length; i++) {
      // A hole would be passed over by an array's own loops.
      if (value[i] === undefined && !(i in value)) {
        refuse(`${path}[${i}]`, undefined, 'a value, not a hole', 'missing');
      }
      list.push(value[i] as Item);
    }
    return list;
  });
}
