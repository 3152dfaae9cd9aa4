import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctRows } from '../../src/numerics/distinct-rows';
import { holds } from '../core/seeded';

it('finds rows that are alike, as a map by their text does', () => {
  const few = fc.constantFrom(0, 1, 2, 0.1, 1e300, 2 ** 32, 5e-324);
  const rows = fc.array(fc.tuple(few, few, fc.double({ min: 0, max: 1, noNaN: true })), {
    maxLength: 60,
  });
  holds(
    fc.property(rows, rows, (some, others) => {
      const all = [...some, ...others, ...some];
      const columns = [0, 1, 2].map((c) => Float64Array.from(all, (row) => row[c] as number));
      const { first, counts, groups } = distinctRows(columns);
      // In text -0 is 0, which it is among numbers too.
      const texts = all.map(String);
      const kinds = [...new Set(texts)];
      expect([...first]).toEqual(kinds.map((text) => texts.indexOf(text)));
      expect([...counts]).toEqual(
        kinds.map((text) => texts.filter((other) => other === text).length),
      );
      expect([...groups]).toEqual(texts.map((text) => kinds.indexOf(text)));
    }),
  );
});

it.each([[[]], [[new Float64Array(0)]]])('has no rows among none', (columns) => {
  const { first, counts, groups } = distinctRows(columns);
  expect([first.length, counts.length, groups.length]).toEqual([0, 0, 0]);
});

it('looks at the numbers of its own view only', () => {
  const whole = Float64Array.of(9, 1, 1, 2, 9);
  expect([...distinctRows([whole.subarray(1, 4)]).groups]).toEqual([0, 0, 1]);
});
