import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { parametersSchema } from '../../src/core/input';
import { read } from '../../src/input/read';
import {
  countDuration,
  noCommonDurations,
  pickCommon,
  toCommonDuration,
} from '../../src/live/common-durations';
import { uniforms } from '../../src/numerics/uniforms';

const { numbers } = read(parametersSchema(promiserDefaults), undefined);

function counted(draw: (next: () => number) => number, orders = 2000) {
  const next = uniforms(5);
  const common = noCommonDurations();
  for (let i = 0; i < orders; i++) countDuration(common, draw(next), numbers);
  pickCommon(common, numbers);
  return common;
}

describe('durations that orders share', () => {
  it('leave quotes alone where durations are all different, or too few were seen', () => {
    const common = counted((next) => 1000 + 3000 * next());
    expect(common.durations).toHaveLength(24);
    for (const quote of [1500, 2500, 3500])
      expect(toCommonDuration(common, quote, numbers)).toBe(quote);
    expect(
      toCommonDuration(
        counted(() => 7, 5),
        7.01,
        numbers,
      ),
    ).toBe(7.01);
  });

  it('are what a quote nearby means, from either side', () => {
    const common = counted((next) => (next() < 0.3 ? 2000 : 1000 + 3000 * next()));
    expect(toCommonDuration(common, 1980, numbers)).toBe(2000);
    expect(toCommonDuration(common, 2020, numbers)).toBe(2000);
    expect(toCommonDuration(common, 2200, numbers)).toBe(2200);
  });

  it('are the only ones there are where nearly all orders took one of them', () => {
    const common = counted((next) => 1000 * Math.ceil(4 * next()));
    expect(toCommonDuration(common, 950, numbers)).toBe(1000);
    expect(toCommonDuration(common, 2400, numbers)).toBe(2000);
    // What only estimating cannot blur so far is another order's: another group's, another estimate's.
    expect(toCommonDuration(common, 9000, numbers)).toBe(9000);
    expect(toCommonDuration(common, Number.NaN, numbers)).toBeNaN();
  });
});
