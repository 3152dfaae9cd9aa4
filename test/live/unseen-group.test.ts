import { describe, expect, it } from 'vitest';
import { at, kitchen } from './stream';

describe('a promiser', () => {
  it('asks whether a new group is a known one misspelt', () => {
    const promiser = kitchen();
    const warned = (group: string) => promiser.quote({ at: at(9), group }).warnings;
    expect(warned('hlil')).toEqual([]);
    promiser.start({ id: 'one', at: at(0), group: 'hill' });
    promiser.start({ id: 'two', at: at(1), group: 'shop 1' });
    promiser.start({ id: 'dash', at: at(1), group: '-' });
    const detail = { level: 'group', group: 'hlil', answeredBy: 'all', similar: 'hill' };
    expect(warned('hlil')).toEqual([{ code: 'unseen-group', detail }]);
    expect(['hill', 'centre', 'shop 2', ''].flatMap(warned)).toEqual([]);
    expect(promiser.quote({ at: at(9) }).warnings).toEqual([]);
    expect(promiser.start({ id: 'three', at: at(9), group: 'hlil' }).warnings).toHaveLength(1);
    expect(warned('hlil')).toEqual([]);
  });

  it('asks so among up to a hundred groups', () => {
    const promiser = kitchen();
    const warned = () => promiser.quote({ at: at(0), group: 'hlil' }).warnings.length;
    promiser.start({ id: 'first', at: at(0), group: 'hill' });
    for (let i = 1; i < 100; i++) promiser.start({ id: `${i}`, at: at(0), group: `group ${i}` });
    expect(warned()).toBe(1);
    promiser.start({ id: 'last', at: at(0), group: 'group 100' });
    expect(warned()).toBe(0);
  });
});
