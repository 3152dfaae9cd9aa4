import { describe, expect, it } from 'vitest';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';
import { charts } from './charts';
import { axesOf, layersOf } from './marks-of';

describe.each(Object.entries(charts))('%s', (_, [draw, ...units]) => {
  const spec = () => draw({});

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(spec()))).toEqual(spec());
  });

  it('stays plain JSON once another of it was drawn: Vega writes into the rows that it draws', async () => {
    await toSvg(draw({}));
    expect(JSON.parse(JSON.stringify(draw({})))).toEqual(draw({}));
  });

  it.each(['light', 'dark'] as const)('is drawn on a %s page without a warning', async (theme) => {
    const svg = await toSvg(draw({ theme }));
    expect(svg.includes('NaN')).toBe(false);
    expect(svg.startsWith(`<svg role="img" aria-label="${spec().description}"`)).toBe(true);
  });

  it('names what stands on its axes, with units', () => {
    for (const unit of units) expect(axesOf(spec()).join(', ')).toContain(unit);
  });

  it('takes a title, a size and the page it lies on', () => {
    const other = draw({ title: 'Ours', width: 300, height: 150, theme: 'dark' });
    expect(other.title.text).toBe('Ours');
    const plots = 'vconcat' in other ? other.vconcat : [other];
    for (const { width, height } of plots) expect([width, height]).toEqual([300, 150]);
    expect(other.description).toBe(spec().description);
    expect(other.config).not.toEqual(spec().config);
  });

  it('has no text in place of a number, and no number in place of none', () => {
    for (const { data } of layersOf(spec())) {
      for (const row of data.values) {
        expect(Object.values(row)).not.toContain('');
        expect(Object.values(row)).not.toContain(undefined);
      }
    }
  });

  it('refuses options that it does not know, and sizes that are none', () => {
    // @ts-expect-error a misspelt option
    expect(() => draw({ with: 300 })).toThrow('one of title');
    expect(() => draw({ width: 10 })).toThrow('a size in pixels from 50 to 10,000');
    expect(() => draw({ title: '' })).toThrow('a title, which is text');
  });
});
