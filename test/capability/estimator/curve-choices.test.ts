import { adjustParameters, estimateWith, fitEstimator } from 'overdeliver';
import { fittedDefaults } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';

const unit = 'minutes';
const all = { unit, fitShare: 1, shrinkage: 0.01 };

/** Durations that follow the logarithm of x, or what else is said, and the store: without noise, so that few rows tell. */
function exact(n: number, log = (x: number) => 2 * Math.log(x)) {
  const next = uniforms(4);
  const x = Array.from({ length: n }, () => 1 + 9 * next());
  const place = x.map(() => Math.floor(8 * next()));
  const actuals = x.map((of, i) => Math.exp(log(of) + (place[i] as number) - 4));
  return { actuals, columns: { x, store: place.map((of) => `s${of}`) } };
}

describe('a curve is looked for', () => {
  it('from 100 rows on', () => {
    expect(fitEstimator(exact(100), all).model.numeric.x?.scale).toBe('log');
    expect(fitEstimator(exact(99), all).model.numeric.x?.scale).toBe('linear');
  });

  // numpy: ten folds that rows take in turn, of which the logarithm's gain is 2.472914553536771 standard errors, the bent
  // line's 1.303.
  it.each([
    [2.4729, 'log'],
    [2.473, 'linear'],
  ])('golden: and taken where its gain is more than %d standard errors', (curveErrors, scale) => {
    const x = Array.from({ length: 105 }, (_, i) => 1 + (((i * 7919) % 1009) * 9) / 1009);
    const actuals = x.map((of, i) => {
      const error = (((i * i * 31 + 17 * i) % 101) - 50) / 100;
      return Math.exp(0.7 * Math.log(of) + error);
    });
    const parameters = adjustParameters(fittedDefaults, 'tests/errors', { curveErrors });
    const { model } = fitEstimator({ actuals, columns: { x } }, { ...all, parameters });
    expect(model.numeric.x?.scale).toBe(scale);
  });

  it('in some rows of many, each with its own categories', () => {
    const parameters = adjustParameters(fittedDefaults, 'tests/sample', { curveSample: 100 });
    const { actuals, columns } = exact(250);
    // Every third row is looked at, among which this one does not vary.
    const rare = columns.x.map((_, i) => +(i % 12 === 1));
    const history = { actuals, columns: { rare, ...columns } };
    const { x, rare: flat } = fitEstimator(history, { ...all, parameters }).model.numeric;
    expect(x?.scale).toBe('log');
    expect(flat).toMatchObject({ scale: 'linear', bends: [] });
  });

  it('in vain where a column varies in one row alone', () => {
    const { actuals, columns } = exact(120);
    const once = columns.x.map((_, i) => +(i === 7));
    const { model } = fitEstimator({ actuals, columns: { ...columns, once } }, all);
    expect(model.numeric.x).toMatchObject({ scale: 'linear', bends: [] });
  });

  it('where many rows share a value, at which a line bends but once', () => {
    const bent = (x: number) => Math.abs(x - 5);
    const { columns } = exact(200);
    const x = columns.x.map((of, i) => (i % 3 === 0 ? Math.round(of) : 5));
    const actuals = x.map((of) => Math.exp(bent(of)));
    const { scale, bends } = fitEstimator({ actuals, columns: { x } }, all).model.numeric.x ?? {};
    expect(scale).toBe('linear');
    const places = bends?.map(({ at }) => at) ?? [];
    expect(places).toContain(5);
    expect(places).toEqual([...new Set(places)]);
  });

  it('among numbers so small that bends cannot be told', () => {
    const { actuals, columns } = exact(120);
    const tiny = columns.x.map((_, i) => (i % 10) * 4e-151);
    const { model } = fitEstimator({ actuals, columns: { ...columns, tiny } }, all);
    const row = { x: 3, store: 's4' };
    const [least, most] = [0, 9].map((i) => estimateWith(model, { ...row, tiny: i * 4e-151 }));
    expect(least?.estimate).toBeCloseTo(most?.estimate as number, 1);
  });

  it('however little it does, where nothing else is left over', () => {
    const next = uniforms(9);
    const y = Array.from({ length: 100 }, () => 1 + 9 * next());
    const x = y.map(() => 1 + 9 * next());
    const actuals = x.map((of, i) => Math.exp(0.01 * of + 1e-6 * Math.log(y[i] as number)));
    const { model } = fitEstimator({ actuals, columns: { x, y } }, all);
    expect([model.numeric.x?.scale, model.numeric.y?.scale]).toEqual(['linear', 'log']);
  });
});
