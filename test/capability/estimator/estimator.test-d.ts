import {
  calibrateEstimates,
  type Estimate,
  type EstimatorModel,
  estimateWith,
  type FittedEstimator,
  fitEstimator,
} from 'overdeliver';
import {
  type Calibration,
  type ColumnEstimates,
  estimateColumns,
  type PointEstimate,
  type RolledEstimates,
  rollEstimates,
} from 'overdeliver/capability';
import { expectTypeOf, it } from 'vitest';

const actuals = new Float64Array(4);

it('fits columns of numbers and of strings, typed arrays among them', () => {
  const columns = { km: new Float32Array(4), store: ['a', 'b', 'a', 'b'] };
  const fitted = fitEstimator({ actuals, columns }, { unit: 'minutes' });
  expectTypeOf(fitted).toEqualTypeOf<FittedEstimator>();
  // What is held out goes to the calibration as it is.
  calibrateEstimates(fitted.heldOut, { unit: 'minutes' });
  const crossed = { visit: ['store', 'weekday'] } as const;
  fitEstimator({ actuals, columns }, { unit: 'days', interactions: crossed, holdOut: 'random' });
  // @ts-expect-error two columns are crossed
  fitEstimator({ actuals, columns }, { unit: 'days', interactions: { visit: ['store'] } });
  // @ts-expect-error the unit is needed
  fitEstimator({ actuals, columns }, {});
  // @ts-expect-error a misspelt option
  fitEstimator({ actuals, columns }, { unit: 'minutes', ridge: 1 });
  // @ts-expect-error columns are of numbers or strings
  fitEstimator({ actuals, columns: { express: [true, false] } }, { unit: 'minutes' });
});

it('takes an estimate as it is where it is calibrated', () => {
  const history = { estimates: actuals, actuals, spreads: actuals, groups: ['a', 'b', 'a', 'b'] };
  const arrival = calibrateEstimates(history, { unit: 'minutes', shrinkage: 3 });
  expectTypeOf(arrival).toEqualTypeOf<Calibration>();
  expectTypeOf(arrival).parameter(0).toEqualTypeOf<number | PointEstimate>();
  expectTypeOf<Estimate>().toExtend<PointEstimate>();
  const rolled = rollEstimates(null, history, { last: 300 });
  expectTypeOf(rolled).toEqualTypeOf<RolledEstimates>();
  calibrateEstimates(rolled, { unit: 'minutes' });
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
