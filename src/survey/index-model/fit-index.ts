import type { Parameter } from '../../core/parameters';
import { notEnough } from '../../input/refusal';
import { deviationOf, effectOf } from './effects';
import type { IndexFit, IndexFlag, IndexModel, IndexModelOptions } from './index-types';
import type { Blocks } from './input-index';
import { refuseAlike } from './refuse-alike';
import { fitTo, type Resample, resampledFits } from './resample';
import type { Structure } from './structure';
import { linkedPairs, totalsFrom } from './total-effects';

type Wanted = Required<{ [K in keyof IndexModelOptions]: NonNullable<IndexModelOptions[K]> }>;

/** A fit and all that stands beside it, but the scores. */
export type FittedIndex = Omit<IndexFit, 'scores' | 'respondents' | 'leftOut'>;

/** Respondents for each path into one construct, by rule of thumb (Barclay, Higgins & Thompson 1995, Technology Studies 2). */
const perPath = 10;

/** Fits an index to the levels of those who answered every item, by item. */
export function fitIndex(
  columns: readonly Float64Array[],
  blocks: Blocks,
  structure: Structure,
  options: Wanted,
): FittedIndex {
  const { confidence } = options;
  const n = (columns[0] as Float64Array).length;
  const most = Math.max(...structure.into.map((from) => from.length));
  const items = blocks.flatMap(([, own]) => own.map(({ id }) => id));
  // More than a path takes, and ten for correlations to say anything.
  const needed = Math.max(10, most + 3);
  if (n < needed) {
    const held = `${n} who answered all of ${items.length} items`;
    notEnough('responses', { needed, available: n }, 'an index', held);
  }
  const everyone = Uint32Array.from({ length: n }, (_, person) => person);
  const found = fitTo(columns, everyone, structure) ?? refuseAlike(columns, items, structure);
  const draws = resampledFits(columns, structure, options);
  const lost = options.resamples - draws.length;
  // The standard error of so many is itself off by a tenth.
  if (draws.length < 50) {
    const counts = { needed: 50, available: draws.length };
    notEnough('responses', counts, 'errors', `${draws.length} resamples in which answers differ`);
  }
  const drawn = (of: (draw: Resample) => number) => Float64Array.from(draws, of);
  const name = (place: number) => structure.constructs[place] as string;
  const paths = structure.paths.map(([from, to], i) => {
    const at = ({ model }: Resample) => model.coefficients[i] as number;
    return effectOf(name(from), name(to), at(found), drawn(at), confidence);
  });
  const effects = linkedPairs(structure).map(([from, to]) => {
    const at = ({ model }: Resample) =>
      totalsFrom(structure, model.coefficients, from)[to] as number;
    return effectOf(name(from), name(to), at(found), drawn(at), confidence);
  });
  const constructs = blocks.map(([construct, own], c) => ({
    construct,
    r2: found.model.r2[c] ?? null,
    items: own.map(({ id }, i) => {
      const k = structure.items[c]?.[i] as number;
      return {
        item: id,
        weight: found.model.weights[k] as number,
        loading: found.model.loadings[k] as number,
        share: found.shares[k] as number,
        standardError: deviationOf(drawn(({ shares }) => shares[k] as number)),
      };
    }),
  }));
  const { iterations, converged } = found.model;
  const flags: IndexFlag[] = [
    ...constructs.flatMap(({ construct, items: own }) =>
      own
        .filter(({ share }) => share < 0)
        .map(({ item }): IndexFlag => ({ code: 'negative-weight', detail: { construct, item } })),
    ),
    ...(n < perPath * most
      ? [{ code: 'few-respondents', detail: { respondents: n, needed: perPath * most } } as const]
      : []),
    ...paths
      .filter(({ stable }) => !stable)
      .map(
        ({ from, to, sameSign }): IndexFlag => ({
          code: 'unstable-sign',
          detail: { from, to, sameSign },
        }),
      ),
    ...(lost > 0
      ? [{ code: 'lost-resamples', detail: { lost, of: options.resamples } } as const]
      : []),
    ...(converged ? [] : [{ code: 'not-converged', detail: { iterations } } as const]),
  ];
  return {
    model: modelFrom({ paths, constructs }, n, converged, options),
    paths,
    effects,
    constructs,
    iterations,
    flags,
  };
}

/** The model as plain JSON, each number with where it comes from. */
function modelFrom(
  { paths, constructs }: Pick<FittedIndex, 'paths' | 'constructs'>,
  n: number,
  converged: boolean,
  { id, setting, data, licence }: Wanted,
): IndexModel {
  const source = `fitted on ${data} (${licence})`;
  const fitted = (value: number, unit: string, standardError: number): Parameter => {
    const most = Math.max(1, Math.abs(value));
    return { value, unit, range: [-most, most], status: 'fitted', source, standardError };
  };
  return {
    version: 1,
    id,
    setting,
    fit: { data, licence, n, converged },
    constructs: Object.fromEntries(
      constructs.map(({ construct, items }) => [
        construct,
        Object.fromEntries(
          items.map(({ item, share, standardError }) => [
            item,
            fitted(share, 'share', standardError),
          ]),
        ),
      ]),
    ),
    paths: paths.map(({ from, to, effect, standardError }) => ({
      from,
      to,
      ...fitted(effect, 'standard deviations for one', standardError),
    })),
  };
}
