import type { IndexPath, Instrument, SurveyResponse } from 'overdeliver/survey';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';

export const names = { id: 'test/index', setting: 'made up', data: 'made up', licence: 'none' };

/** An instrument of items by dimension, named by the first letter of it. */
export function instrumentOf(
  counts: Readonly<Record<string, number>>,
  continuous: boolean,
): Instrument {
  return {
    id: 'visit',
    items: Object.entries(counts).flatMap(([dimension, count]) =>
      Array.from({ length: count }, (_, i) => {
        const id = `${dimension.charAt(0)}${i + 1}`;
        const scale = continuous ? { min: 0, max: 100 } : { min: 1, max: 10 };
        return { kind: 'scale', id, text: id, scale, dimension, continuous } as const;
      }),
    ),
  };
}

export const visit = instrumentOf({ image: 2, quality: 3, value: 1, satisfaction: 2 }, false);
export const visitPaths: readonly IndexPath[] = [
  ['image', 'quality'],
  ['quality', 'value'],
  ['image', 'satisfaction'],
  ['quality', 'satisfaction'],
  ['value', 'satisfaction'],
];

/** Sixty made-up visits, in whole numbers without chance; bench/fit/path_model.py makes the same. */
export const visits: readonly SurveyResponse[] = Array.from({ length: 60 }, (_, i) => {
  const [a, b] = [(i * 7) % 10, (i * 3 + Math.floor(i / 10)) % 10];
  const [c, d] = [(i * i) % 10, (i * 11 + 3) % 7];
  const answers = {
    i1: 1 + a,
    i2: 1 + Math.floor((2 * a + c) / 3),
    q1: 1 + Math.floor((a + b) / 2),
    q2: 1 + Math.floor((a + 2 * b + c) / 4),
    q3: 1 + b,
    v1: 1 + Math.floor((b + c + d) / 3),
    s1: 1 + Math.floor((2 * b + a + d) / 4),
    s2: 1 + Math.floor((b + c + a) / 3),
  };
  return { respondent: `${i}`, answers };
});

/** Three constructs of three items each that are equally good, so that their weights are equal in truth. */
export const trio = instrumentOf({ fame: 3, quality: 3, satisfaction: 3 }, true);
export const trioPaths: readonly IndexPath[] = [
  ['fame', 'quality'],
  ['fame', 'satisfaction'],
  ['quality', 'satisfaction'],
];
const loading = 0.8;
const latent = { fq: 0.6, fs: 0.2, qs: 0.5 };

/** Answers of a made-up population, the same for the same seed. */
export function trioResponses(seed: number, count: number): readonly SurveyResponse[] {
  const next = uniforms(seed);
  const normal = () => normalQuantile(next());
  const rest = (explained: number) => Math.sqrt(1 - explained) * normal();
  return Array.from({ length: count }, (_, i) => {
    const f = normal();
    const q = latent.fq * f + rest(latent.fq ** 2);
    const explained = latent.fs ** 2 + latent.qs ** 2 + 2 * latent.fs * latent.qs * latent.fq;
    const s = latent.fs * f + latent.qs * q + rest(explained);
    const answers: Record<string, number> = {};
    for (const [name, level] of Object.entries({ f, q, s })) {
      for (let k = 1; k <= 3; k++) {
        const x = loading * level + rest(loading ** 2);
        answers[`${name}${k}`] = Math.max(0, Math.min(100, 50 + 10 * x));
      }
    }
    return { respondent: `${i}`, answers };
  });
}

/** Paths between the sums of items, in truth: correlations of what they stand for, times the reliability of three items. */
export const trioTruth = (() => {
  const reliability = (3 * loading ** 2) / (1 + 2 * loading ** 2);
  const fq = reliability * latent.fq;
  const fs = reliability * (latent.fs + latent.qs * latent.fq);
  const qs = reliability * (latent.qs + latent.fs * latent.fq);
  const both = 1 - fq ** 2;
  return [fq, (fs - fq * qs) / both, (qs - fq * fs) / both] as const;
})();
