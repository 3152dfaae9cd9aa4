import {
  calibrateEstimates,
  type Estimate,
  type EstimatorModel,
  estimateWith,
  type FittedEstimator,
  fitEstimator,
} from 'overdeliver';
import { type ColumnEstimates, estimateColumns } from 'overdeliver/capability';
import { expectTypeOf, it } from 'vitest';

const actuals = new Float64Array(4);

it('fits columns of numbers and of strings, typed arrays among them', () => {
  const columns = { km: new Float32Array(4), store: ['a', 'b', 'a', 'b'] };
  const fitted = fitEstimator({ actuals, columns }, { unit: 'minutes' });
  expectTypeOf(fitted).toEqualTypeOf<FittedEstimator>();
  // What is held out goes to the calibration as it is.
  calibrateEstimates(fitted.heldOut, { unit: 'minutes' });
  // @ts-expect-error the unit is needed
  fitEstimator({ actuals, columns }, {});
  // @ts-expect-error a misspelt option
  fitEstimator({ actuals, columns }, { unit: 'minutes', ridge: 1 });
  // @ts-expect-error columns are of numbers or strings
  fitEstimator({ actuals, columns: { express: [true, false] } }, { unit: 'minutes' });
});

it('estimates rows and columns by a model that stays as it is', () => {
  expectTypeOf(estimateWith).parameter(0).toEqualTypeOf<EstimatorModel>();
  expectTypeOf(estimateWith).returns.toEqualTypeOf<Estimate>();
  expectTypeOf(estimateColumns).returns.toEqualTypeOf<ColumnEstimates>();
  expectTypeOf<EstimatorModel['r2']>().toEqualTypeOf<number | null>();
  const change = (model: EstimatorModel) => {
    // @ts-expect-error readonly
    model.n = 3;
  };
  expectTypeOf(change).returns.toBeVoid();
});
