import { type TouchpointRow, touchpointImportance } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { type FewGuest, fewGuests, names } from './few-guests';

const guests = fewGuests(25, 30);
const flagsOf = <Row extends TouchpointRow>(rows: readonly Row[], stage?: (row: Row) => string) =>
  touchpointImportance(rows, { ...names, folds: 3, stage }).flags;
const withRatings = (of: (row: FewGuest, i: number) => Record<string, number | null>) =>
  guests.map((row, i) => ({ satisfied: row.satisfied, ratings: of(row, i) }));

describe('flags of a few rows', () => {
  it('are none but the one stage where nothing is wrong', () => {
    expect(flagsOf(fewGuests(25, 36))).toEqual([{ code: 'one-stage', detail: { stage: 'all' } }]);
  });

  it('count the rows of a stage and tell its one answer', () => {
    const old = withRatings(({ ratings: { desk } }) => ({ desk })).slice(0, 16);
    const stage = (row: object) => ('at' in row ? 'new' : 'old');
    const one = { ratings: { desk: 50 }, at: 'new' };
    const yes = { ...one, satisfied: true };
    expect(flagsOf([...old, yes, yes], stage)).toEqual([
      { code: 'one-answer', detail: { stage: 'new', satisfied: true } },
    ]);
    expect(flagsOf([...old, { ...one, satisfied: false }], stage)).toEqual([
      { code: 'few-rows', detail: { stage: 'new', rows: 1, touchpoints: 1 } },
      { code: 'one-answer', detail: { stage: 'new', satisfied: false } },
    ]);
  });

  it('name levels at which all answered alike, no rating among them', () => {
    const rows = withRatings(({ ratings, satisfied }, i) => ({
      desk: ratings.desk,
      exit: satisfied ? (i % 3 ? 50 : null) : i % 2 ? 0 : 50,
    }));
    expect(flagsOf(rows).filter(({ code }) => code === 'separated')).toEqual([
      { code: 'separated', detail: { touchpoint: 'exit', levels: [0, null] } },
    ]);
    // One row between two levels, and nothing is said of either.
    const many = withRatings(({ satisfied }, i) => ({ exit: (satisfied ? 60 : 10) + i }));
    expect(flagsOf(many).some(({ detail }) => 'levels' in detail)).toBe(false);
  });

  it('name a touchpoint that others make up', () => {
    const made = withRatings(({ ratings: { desk } }, i) => ({
      desk,
      exit: 50 * ((i * 7) % 3),
      sum: 100 - desk / 2 - 25 * ((i * 7) % 3),
    }));
    expect(flagsOf(made).filter(({ code }) => code === 'collinear')).toEqual([
      { code: 'collinear', detail: { touchpoint: 'sum' } },
    ]);
  });

  // The mean stands in where there is no rating, so that what is there for some rows follows from nothing.
  it('name a touchpoint whose level never differs, and do not call it made up', () => {
    const rows = withRatings(({ ratings: { desk, room } }, i) => ({
      desk,
      sum: room === null ? null : 100 - desk,
      sign: 75,
      door: i % 2 ? null : 20,
    }));
    const codes = flagsOf(rows).flatMap(({ code, detail }) =>
      code === 'collinear' || code === 'unrated' ? [[code, detail]] : [],
    );
    expect(codes).toEqual([
      ['unrated', { touchpoint: 'sign' }],
      ['unrated', { touchpoint: 'door' }],
    ]);
  });

  it('tell what goes with less satisfaction, and a stage of which nothing is worth anything', () => {
    const turned = guests.map(({ satisfied }, i) => ({
      satisfied,
      ratings: { desk: i % 4 === 0 ? 50 : satisfied ? 0 : 100 },
    }));
    const { flags, worths } = touchpointImportance(turned, { ...names, folds: 3 });
    expect(flags.filter(({ code }) => code !== 'separated')).toEqual([
      { code: 'one-stage', detail: { stage: 'all' } },
      { code: 'nothing-worth', detail: { stage: 'all' } },
      {
        code: 'below-zero',
        detail: { stage: 'all', touchpoint: 'desk', worth: worths[0]?.worth },
      },
    ]);
    expect(worths[0]).toMatchObject({
      importance: 0,
      importanceError: null,
      importanceInterval: null,
    });
  });

  it('see levels of another scale, and certainty that only shrinking keeps off', () => {
    const small = withRatings(({ ratings: { desk } }) => ({ desk: 1 + desk / 25 }));
    expect(flagsOf(small).map(({ code }) => code)).toContain('another-scale');
    const apart = guests.map((_, i) => ({
      ratings: { desk: 25 * (i % 5) },
      satisfied: i % 5 > 2,
    }));
    expect(flagsOf(apart)).toContainEqual({ code: 'separated', detail: { spread: 'lines' } });
  });
});
