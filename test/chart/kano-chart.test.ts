import { kanoChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { itemsUnder, pictureOf, sceneOf } from './picture';
import * as results from './results';

describe('a map of features', () => {
  it('turns what lacking does round, and has none for a feature without answers', () => {
    const spec = kanoChart(results.kano);
    const [points = []] = rowsOf(spec, 'point');
    expect(points.map(({ feature, better, worse }) => [feature, better, worse])).toEqual([
      ['track', 0.15, 1],
      ['ribbon', 0.6, 0],
      ['nobody', null, null],
    ]);
    expect(spec.description).toContain('nobody without answers');
  });

  const share = (least: number | null, at: number | null, most: number | null) => ({
    share: at,
    low: least,
    high: most,
  });
  const none = share(null, null, null);
  const three = [
    {
      feature: 'chat',
      category: 'attractive',
      better: share(0.6, 0.7, 0.75),
      worse: share(-0.85, -0.8, -0.7),
    },
    {
      feature: 'track',
      category: 'must-be',
      better: share(0.1, 0.15, 0.3),
      worse: share(-0.95, -0.9, -0.85),
    },
    { feature: 'ribbon', category: 'undetermined', better: none, worse: none },
  ];

  it('is read off the picture', async () => {
    const { marks, x, y, width, height, legend } = await pictureOf(
      kanoChart({ respondents: 20, features: three } as never),
    );
    expect(marks).toEqual([
      'dashed grey rule at x 0.5',
      'dashed grey rule at y 0.5',
      'grey "attractive" above right of x 0.02, y 1',
      'grey "one-dimensional" above left of x 0.98, y 1',
      'grey "indifferent" above right of x 0.02, y 0.02',
      'grey "must-be" above left of x 0.98, y 0.02',
      'faint blue rule at x 0.8, y 0.6 to 0.75',
      'faint orange rule at x 0.9, y 0.1 to 0.3',
      'faint blue rule at x 0.7 to 0.85, y 0.7',
      'faint orange rule at x 0.85 to 0.95, y 0.15',
      'blue circle at x 0.8, y 0.7',
      'orange square at x 0.9, y 0.15',
      // A name leaves the picture where its feature stands further to the right.
      'black "chat" above right of x 0.8, y 0.7',
      'black "track" above left of x 0.9, y 0.15',
    ]);
    expect(legend).toEqual([
      'blue circle: attractive',
      'orange square: must-be',
      'green triangle-up: undetermined',
    ]);
    for (const { labels } of [x, y]) expect([labels[0], labels.at(-1)]).toEqual(['0.0', '1.0']);
    expect([width, height]).toEqual([380, 380]);
  });

  it('is told feature by feature', () => {
    const [chat, track, ribbon] = three as [
      (typeof three)[0],
      (typeof three)[0],
      (typeof three)[0],
    ];
    const draw = (...features: readonly (typeof three)[0][]) =>
      kanoChart({ respondents: 20, features } as never).description.split(': ')[1];
    expect(draw(chat, ribbon)).toBe(
      'chat, attractive, 0.7 when there and −0.8 when lacking; ribbon without answers.',
    );
    expect(draw({ ...chat, better: none }, { ...track, worse: none })).toBe(
      'chat without answers; track without answers.',
    );
  });

  it('has a legend that is no wider than it', async () => {
    const categories = [
      'must-be',
      'one-dimensional',
      'attractive',
      'indifferent',
      'reverse',
      'questionable',
      'undetermined',
    ];
    const features = categories.map((category) => ({ ...three[0], feature: category, category }));
    const { items } = await sceneOf(kanoChart({ respondents: 20, features } as never));
    const [legend] = itemsUnder(items[0]?.items ?? [], 'legend');
    expect(legend?.width).toBeLessThan(380);
  });
});
