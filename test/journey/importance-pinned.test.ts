import { type TouchpointImportance, touchpointImportance } from 'overdeliver/journey';
import { expect, it } from 'vitest';
import { fewGuests, names } from './few-guests';

const quick = { ...names, folds: 3 };
const stage = (row: { stage: string }) => row.stage;

/** Fits of a few rows, which reach every part of the arithmetic; the quick ones first. */
const fits = {
  'one stage': () =>
    touchpointImportance(
      fewGuests(25, 36).map(({ respondent: _, ...row }) => row),
      quick,
    ),
  'levels of satisfaction': () =>
    touchpointImportance(
      fewGuests(1, 24).map(({ ratings, satisfied }, i) => ({
        ratings,
        satisfied: (satisfied ? 60 : 10) + i,
      })),
      quick,
    ),
  'ratings between levels': () =>
    touchpointImportance(
      Array.from({ length: 30 }, (_, i) => {
        const speed = (i * 37.3) % 100;
        const care = i % 4 === 0 ? null : 25 * (i % 5);
        return { ratings: { speed, care }, satisfied: speed + ((i * 53) % 60) > 80 };
      }),
      quick,
    ),
  'three stages': () =>
    touchpointImportance(
      fewGuests(7, 40).map((row, i) => ({ ...row, stage: ['x', 'y', 'z'][i % 3] as string })),
      { ...quick, stage },
    ),
  'two stages': () => touchpointImportance(fewGuests(124, 42), { ...quick, stage }),
  'other folds': () =>
    touchpointImportance(fewGuests(30, 36), { ...names, stage, seed: 3, folds: 4 }),
};

/** Seven decimals of what stands in a fit beside effects and errors. */
function digits({ comparison, pooled, spreads, recommended }: TouchpointImportance) {
  const round = (x: number | null) => (x === null ? null : Math.round(x * 1e7) / 1e7);
  return {
    recommended,
    spreads: Object.values(spreads).map(round),
    pooled: Object.values(pooled.parameters).map(({ value, standardError = null }) => [
      round(value),
      round(standardError),
    ]),
    comparison: comparison.map((one) => [
      one.form,
      one.numbers,
      ...[one.logLoss, one.aboveBest, one.standardError, one.auc].map(round),
      round(one.calibration?.intercept ?? null),
      round(one.calibration?.slope ?? null),
    ]),
  };
}

// What the library computed when dense-logit.test.ts, a second computation, agreed with it on effects, worths and errors.
const pinned = {
  'two stages': {
    recommended: 'by-stage',
    spreads: [0.7474484, 0.4362696, 0.2367851, 1.6059161],
    pooled: [
      [43.4209257, 13.992273],
      [56.5790743, 13.992273],
    ],
    comparison: [
      ['share', 3, 0.6885096, 0.1958774, 0.0707158, 0.4, 1.125325, -1.9096118],
      ['linear', 6, 0.6601075, 0.1674753, 0.060707, 0.5752941, 0.075808, 0.6682556],
      ['pooled', 12, 0.6105289, 0.1178967, 0.055161, 0.6952941, -0.0601299, 1.0876914],
      ['by-stage', 30, 0.4926322, 0, 0, 0.8764706, -0.023985, 1.6495776],
    ],
  },
  'other folds': {
    recommended: 'share',
    spreads: [0.3324348, 1.3587518, 0, 0.5120338],
    pooled: [
      [47.1038856, 30.1984415],
      [52.8961144, 30.1984415],
    ],
    comparison: [
      ['share', 3, 0.6561788, 0.0811183, 0.1058624, 0.4548495, 2.3223842, -3.1317133],
      ['linear', 6, 0.648305, 0.0732445, 0.0783152, 0.6755853, 0.235783, 0.5186085],
      ['pooled', 12, 0.5782595, 0.0031991, 0.0030322, 0.7826087, 0.1812052, 0.6390867],
      ['by-stage', 30, 0.5750605, 0, 0, 0.7892977, 0.1792461, 0.6533185],
    ],
  },
  'one stage': {
    recommended: 'pooled',
    spreads: [0.3846486, 2.0527958, null, null],
    pooled: [
      [53.7189919, 11.8484737],
      [46.2810081, 11.8484737],
    ],
    comparison: [
      ['share', 1, Math.round(1e7 * Math.LN2) / 1e7, 0.2950276, 0.0830369, 0.5, null, null],
      ['linear', 4, 0.5940023, 0.1958827, 0.072467, 0.7638889, -0.0046975, 1.2810506],
      ['pooled', 10, 0.3981196, 0, 0, 0.8842593, 0.1493911, 1.3698914],
    ],
  },
  'levels of satisfaction': {
    recommended: 'pooled',
    spreads: [0.3701443, 0, null, null],
    pooled: [
      [72.0720458, 53.0605773],
      [27.9279542, 53.0605773],
    ],
    comparison: [
      ['share', 1, 0.6951442, 0.0076123, 0.0062628, null, 0.0801322, -2.001439],
      ['linear', 4, 0.6875391, 7.1e-6, 3.5e-6, null, -0.0291017, 1.3445413],
      ['pooled', 10, 0.687532, 0, 0, null, -0.0291583, 1.3457907],
    ],
  },
  'ratings between levels': {
    recommended: 'pooled',
    spreads: [3.2614609, 1.4913017, null, null],
    pooled: [
      [90.0096339, 10.3964897],
      [9.9903661, 10.3964897],
    ],
    comparison: [
      ['share', 1, 0.6899229, 0.3265929, 0.0780159, 0.4547511, 0.8027662, -1.9798661],
      ['linear', 4, 0.4108833, 0.0475533, 0.0364857, 0.8642534, 0.0669858, 0.9652816],
      ['pooled', 20, 0.36333, 0, 0, 0.918552, -0.0070442, 1.2285493],
    ],
  },
  'three stages': {
    recommended: 'pooled',
    spreads: [0, 2.5189307, 0, 0],
    pooled: [
      [42.8412871, 17.1660378],
      [57.1587129, 17.1660378],
    ],
    comparison: [
      ['share', 4, 0.6608921, 0.2042822, 0.0790714, 0.4505495, 1.9964423, -2.1372541],
      ['linear', 7, 1.4847734, 1.0281636, 0.4786811, 0.4519231, 0.6748764, -0.0190448],
      ['pooled', 13, 0.4566099, 0, 0, 0.8145604, -0.4871374, 0.9381419],
      ['by-stage', 40, 0.4566204, 1.05e-5, 1.03e-5, 0.8145604, -0.4871346, 0.9380863],
    ],
  },
};

it.each(Object.entries(fits))('a fit of %s is what it was', (name, learn) => {
  expect(digits(learn())).toEqual(pinned[name as keyof typeof pinned]);
});
