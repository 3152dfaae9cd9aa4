import { readFileSync } from 'node:fs';
import { quantile } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { engines } from './engines';
import { answersOf, cellsOf, durations, promises, shares } from './quantile-words';

const page = readFileSync('docs/same-quantile.md', 'utf8');

/** A line of the page without its version, which a machine may have another of. */
const shown = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .filter((_, i) => i !== 1),
  );
const without = (cells: readonly string[]) => cells.filter((_, i) => i !== 1);

describe('the page on quantiles elsewhere', () => {
  it('shows what this library promises', () => {
    expect(shown).toContainEqual(without(cellsOf(promises, '')));
  });

  it('shows what simple-statistics answers', () => {
    const answers = shares.map((p) => quantile([...durations], p));
    expect(shown).toContainEqual(
      without(cellsOf({ who: 'simple-statistics `quantile`', answers }, '')),
    );
  });

  it.each(engines)('shows what $dialect answers', async (engine) => {
    const answered = await answersOf(engine);
    expect(answered.length).toBeGreaterThan(1);
    for (const one of answered) expect(shown).toContainEqual(without(cellsOf(one, '')));
  });
});
