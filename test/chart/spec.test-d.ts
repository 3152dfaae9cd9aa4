import type { VegaLiteSpec } from 'overdeliver/chart';
import type { TopLevelSpec } from 'vega-lite';
import { expectTypeOf, it } from 'vitest';

it('is what Vega-Lite takes', () => {
  expectTypeOf<VegaLiteSpec>().toExtend<TopLevelSpec>();
});
