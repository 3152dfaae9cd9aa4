/**
 * How far numbers may be apart between engines, relative to the larger of the two: their exp, log and pow differ in
 * the last bits, which a search may turn into a last step.
 */
const allowed = { fits: 1e-9, others: 1e-12 };

/**
 * Below this, differences are held against it and not against the number: a chance, share or p-value of less has come
 * out of numbers about 1, whose own last bits (1e-16) are all that it is made of.
 */
const floor = 1e-3;

/** All differences between what two engines gave: the call, the place in its result, both values, how far apart. */
export function differences(one, other) {
  const found = [];
  for (const [kind, calls] of Object.entries(one)) {
    for (const [name, value] of Object.entries(calls)) {
      compare(value, other[kind][name], '', (path, a, b, apart = Infinity) => {
        if (apart > 0) found.push({ kind, name, path, a, b, apart, holds: apart <= allowed[kind] });
      });
    }
  }
  return found;
}

function compare(a, b, path, tell) {
  if (typeof a === 'number' && typeof b === 'number') {
    tell(path, a, b, Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), floor));
  } else if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      // It is a checksum of all the numbers beside it, whose last bits may differ.
      if (key === 'checksum') continue;
      compare(a[key], b[key], `${path}.${key}`, tell);
    }
  } else if (typeof a === 'string' && a !== b && textOf(a) === textOf(String(b))) {
    const others = b.match(numeral);
    a.match(numeral).forEach((number, i) => {
      compare(Number(number), Number(others[i]), path, tell);
    });
  } else if (a !== b) tell(path, a, b);
}

/** A number in a statement of SQL, as fits have found it. */
const numeral = /-?\d+(\.\d+)?e[+-]?\d+/g;
const textOf = (statement) => statement.replace(numeral, '#');
