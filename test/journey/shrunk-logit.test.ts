import type { TouchpointRow } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { addTo, designOf, productsOf, shareBy, sumAt } from '../../src/journey/fit/design';
import { errorsOf } from '../../src/journey/fit/errors';
import { effectsOf, kinds, type Layout, layoutOf } from '../../src/journey/fit/layout';
import { fitShrunk } from '../../src/journey/fit/shrunk-logit';
import { worthsOf } from '../../src/journey/fit/worths';
import { denseLogit } from './dense-logit';

const spreads = { lines: 0.9, levels: 0.6, stageLines: 0.5, stageLevels: 0.4 };
const levels = { desk: [0, 50, 100], room: [0, 20, 100] } as Record<string, readonly number[]>;
const some = [0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0];
const rows: readonly TouchpointRow[] = some.map((yes, i) => ({
  ratings: { desk: 50 * ((i * 5) % 3), room: i % 4 === 3 ? null : ([0, 20, 100][i % 3] as number) },
  satisfied: yes === 1,
}));
const stageOf: readonly string[] = rows.map((_, i) => (i % 5 < 2 ? 'a' : 'b'));
const clusterOf = rows.map((_, i) => Math.floor(i / 1.5));
const clusters = [...new Set(clusterOf)].map((name) =>
  [...clusterOf.keys()].filter((i) => clusterOf[i] === name),
);
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

function fitOf(form: 'share' | 'linear' | 'pooled' | 'by-stage', at = stageOf, enough?: number) {
  const design = designOf(rows, at);
  const layout = layoutOf(design, form);
  const precision = Float64Array.from(layout.kind, (kind) =>
    kind === null ? 0 : spreads[kind] ** -2,
  );
  const all = Uint32Array.from(rows.keys());
  const fit = fitShrunk(design, all, layout, precision, new Float64Array(layout.size), enough);
  return { design, layout, precision, ...fit };
}

/** What each number of a layout is multiplied with in each row. */
function columnsOf({ design, layout }: { design: ReturnType<typeof designOf>; layout: Layout }) {
  return rows.map((_, row) =>
    Array.from({ length: layout.size }, (__, j) => {
      const one = new Float64Array(layout.size);
      one[j] = 1;
      return sumAt(
        design,
        row,
        effectsOf(layout, one)[design.stage[row] as number] as Float64Array,
      );
    }),
  );
}

describe('a logit whose numbers are pulled towards 0', () => {
  it.each([
    ['share', 3],
    ['linear', 6],
    ['pooled', 12],
    ['by-stage', 30],
  ] as const)('of form %s has no slope where it ends, and the factor of its bend', (form, size) => {
    const fit = fitOf(form);
    const { at, factor, precision, layout } = fit;
    expect(layout.size).toBe(size);
    const x = columnsOf(fit);
    const p = x.map(
      (line) => 1 / (1 + Math.exp(-sum(line.map((one, j) => one * (at[j] as number))))),
    );
    for (let j = 0; j < size; j++) {
      const slope = sum(
        x.map((line, i) => ((some[i] as number) - (p[i] as number)) * (line[j] as number)),
      );
      expect(slope).toBeCloseTo((precision[j] as number) * (at[j] as number), 5);
      for (let k = 0; k <= j; k++) {
        const bend = sum(
          x.map(
            (line, i) =>
              (p[i] as number) * (1 - (p[i] as number)) * (line[j] as number) * (line[k] as number),
          ),
        );
        const product = sum(
          Array.from(
            { length: k + 1 },
            (_, l) => (factor[j * size + l] as number) * (factor[k * size + l] as number),
          ),
        );
        expect(product).toBeCloseTo(bend + (j === k ? (precision[j] as number) : 0), 6);
      }
    }
  });

  it('has the columns of lines, levels, and stages', () => {
    const { layout } = fitOf('by-stage');
    const counts = kinds.map((kind) => layout.kind.filter((one) => one === kind).length);
    expect(counts).toEqual([2, 7, 6, 14]);
    expect(fitOf('linear').layout.kind).toEqual([
      null,
      'stageLines',
      'stageLines',
      'lines',
      'lines',
      'levels',
    ]);
    const alone = fitOf(
      'linear',
      rows.map(() => 'all'),
    ).layout;
    expect(alone.kind).toEqual([null, 'lines', 'lines', 'levels']);
    const ends = effectsOf(alone, Float64Array.of(7, 2, 3, 5))[0];
    const rounded = Array.from(ends as Float64Array, (x) => +x.toFixed(12));
    expect(rounded).toEqual([7, -2, 0, 2, 0, -3, -1.8, 3, 5]);
  });

  it('stops where a step would gain no more than enough', () => {
    const start = new Float64Array(30);
    expect([...fitOf('by-stage', stageOf, 1e9).at]).toEqual([...start]);
    const [near, there] = [fitOf('by-stage', stageOf, 0.1).at, fitOf('by-stage').at];
    expect(near).not.toEqual(there);
    near.forEach((x, j) => {
      expect(Math.abs(x - (there[j] as number))).toBeLessThan(0.1);
    });
  });

  // Where all are as good as sure, the bend is next to nothing, and a step leads far beyond the summit.
  it('halves steps that lead down, however far', () => {
    const { design, layout, precision, at } = fitOf(
      'pooled',
      rows.map(() => 'all'),
    );
    const far = at.map((x, i) => (i === 0 ? 20 : x));
    const all = Uint32Array.from(rows.keys());
    const again = fitShrunk(design, all, layout, precision, far);
    again.at.forEach((x, j) => {
      expect(x).toBeCloseTo(at[j] as number, 5);
    });
  });

  it('is fitted on the rows that are given', () => {
    const { design, layout, precision } = fitOf('share');
    const few = Uint32Array.of(0, 1, 2, 5, 6, 7, 10);
    const { at } = fitShrunk(design, few, layout, precision, new Float64Array(3));
    const u = effectsOf(layout, at).map((effects) => effects[0] as number);
    const left = [...few].map(
      (row) =>
        (some[row] as number) - 1 / (1 + Math.exp(-(u[design.stage[row] as number] as number))),
    );
    expect(sum(left)).toBeCloseTo(0, 5);
  });
});

describe('worths and errors', () => {
  it.each([0.9, 0.5])('at %d are those of dense matrices', (confidence) => {
    const { design, layout, precision, at, factor } = fitOf('by-stage');
    const dense = denseLogit(rows, stageOf, (id) => levels[id] ?? [], spreads);
    const chosen = { at, factor, precision, spreads, converged: true };
    const errorOf = errorsOf(design, clusters, layout, chosen);
    expect(design.stages).toEqual(['a', 'b']);
    design.stages.forEach((stage, s) => {
      const found = worthsOf(design, { layout, at, errorOf }, [s], stage, confidence);
      const counted = found.filter(({ worth }) => (worth as number) > 0);
      found.forEach((one) => {
        const own = (b: readonly number[]) => dense.worth(b, stage, one.touchpoint);
        const total = (b: readonly number[]) =>
          sum(counted.map(({ touchpoint }) => dense.worth(b, stage, touchpoint)));
        const error = dense.errorOf(own, clusterOf);
        expect(one.stage).toBe(stage);
        expect(one.worth).toBeCloseTo(own(dense.at), 5);
        expect(one.standardError).toBeCloseTo(error, 5);
        const half = ((one.interval?.high as number) - (one.interval?.low as number)) / 2;
        expect(half / error).toBeCloseTo(confidence === 0.9 ? 1.6448536 : 0.6744898, 4);
        expect(one.rows).toBe(
          rows.filter(({ ratings }, i) => stageOf[i] === stage && ratings[one.touchpoint] !== null)
            .length,
        );
        const isCounted = counted.includes(one);
        const part = (100 * own(dense.at)) / total(dense.at);
        expect(one.importance).toBeCloseTo(isCounted ? part : 0, 4);
        if (isCounted && counted.length === 1) {
          expect([one.importanceError, one.importanceInterval]).toEqual([null, null]);
          return;
        }
        const partError = dense.errorOf((b) => (100 * own(b)) / total(b), clusterOf);
        if (isCounted) expect(one.importanceError).toBeCloseTo(partError, 3);
        else expect(one.importanceError).toBeNull();
        const span = partError * (half / error);
        expect(one.importanceInterval?.low).toBeCloseTo(Math.min(100, Math.max(0, part - span)), 3);
        expect(one.importanceInterval?.high).toBeCloseTo(
          Math.min(100, Math.max(0, part + span)),
          3,
        );
      });
    });
  });
});

describe('a design', () => {
  it('has ratings between levels in two columns, and adds and multiplies them', () => {
    const many = Array.from({ length: 15 }, (_, i) => ({
      ratings: { speed: 7 * i, care: i === 3 ? null : 100 },
      satisfied: i % 2 ? 40 : 80,
    }));
    const design = designOf(
      many,
      many.map((_, i) => (i < 5 ? 'x' : 'y')),
    );
    const [speed, care] = design.touchpoints;
    expect(speed?.levels).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect([speed?.isOptional, care?.isOptional]).toEqual([false, true]);
    expect(care).toMatchObject({ at: 13, levels: [0, 100] });
    expect(design).toMatchObject({ columns: 16, rows: 15, isYesNo: false });
    expect(shareBy(design)[0]).toBeCloseTo((3 * 0.8 + 2 * 0.4) / 5, 12);
    const by = Float64Array.from({ length: 16 }, (_, i) => i * i);
    // 7 lies .7 of the way from 0, in column 1, to 10; 100 of the care is column 14.
    expect(sumAt(design, 1, by)).toBeCloseTo(0.3 * 1 + 0.7 * 4 + 14 * 14, 12);
    expect(sumAt(design, 3, by)).toBeCloseTo(0.9 * 9 + 0.1 * 16 + 15 * 15, 12);
    const sums = new Float64Array(16);
    addTo(design, 1, 2, sums);
    expect([...sums].map((x) => +x.toFixed(12))).toEqual([
      ...[2, 0.6, 1.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0],
    ]);
    const products = new Float64Array(256);
    const addProducts = productsOf(design);
    // A row of more columns before it leaves nothing behind.
    addProducts(2, 1, new Float64Array(256));
    addProducts(1, 2, products);
    const exact = new Float64Array(256);
    addProducts(10, 3, exact);
    expect(exact.filter((x) => x !== 0)).toEqual(Float64Array.of(3, 3, 3, 3, 3, 3));
    const expected = new Float64Array(256);
    const parts = [...sums].map((x) => x / 2);
    for (let i = 0; i < 16; i++)
      for (let j = 0; j <= i; j++)
        expected[16 * i + j] = 2 * (parts[i] as number) * (parts[j] as number);
    products.forEach((x, cell) => {
      expect(x).toBeCloseTo(expected[cell] as number, 12);
    });
  });

  it('keeps up to thirteen levels apart', () => {
    const of = (count: number) =>
      designOf(
        Array.from({ length: count }, (_, i) => ({ ratings: { desk: 5 * i }, satisfied: true })),
        Array.from({ length: count }, () => 'all'),
      ).touchpoints[0]?.levels.length;
    expect([of(13), of(14)]).toEqual([14, 11]);
  });
});
