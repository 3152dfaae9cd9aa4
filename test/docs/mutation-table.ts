import { readdirSync, readFileSync } from 'node:fs';
import bounds from '../../bench/bounds.json' with { type: 'json' };

/** What `npm run mutate -- ROOM --store` keeps. */
interface Counts {
  readonly mutants: number;
  readonly noticed: number;
  readonly equivalent: number;
  readonly unnoticed: number;
  /** Of a run of them all, where there was one. */
  readonly minutes?: number;
}

const folder = 'bench/results/mutation';

/** The rooms' mutants and how many of them the tests notice. */
export function mutationTable(): readonly (readonly string[])[] {
  const all: Readonly<Record<string, { readonly min?: number; readonly max?: number }>> = bounds;
  const rows = readdirSync(folder).map((name) => {
    const room = name.replace('.json', '');
    const counts: Counts = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
    const { mutants, noticed, equivalent, unnoticed, minutes } = counts;
    const score = (100 * noticed) / (mutants - equivalent);
    const aim = all[`${room}/mutation/score`]?.min ?? Number.NaN;
    return [
      room,
      ...[mutants, noticed, equivalent, unnoticed].map(String),
      `${((100 * noticed) / mutants).toFixed(1)}%`,
      `${score.toFixed(1)}%`,
      `>= ${aim}%`,
      score >= aim ? 'yes' : '**no**',
      minutes?.toFixed(0) ?? '',
    ];
  });
  const heads = ['room', 'mutants', 'noticed', 'equivalent', 'unnoticed', 'score'];
  return [[...heads, 'without equivalents', 'bound', 'holds', 'minutes'], ...rows.sort()];
}
