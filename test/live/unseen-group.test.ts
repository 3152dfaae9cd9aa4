import { reviveLivePromiser } from 'overdeliver';
import { inEnglish } from 'overdeliver/english';
import { liveStartSchema } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { at, dataOf, kitchen } from './stream';

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
    promiser.start({ id: 'umlaut', at: at(1), group: 'K\u00f6ln' });
    expect(warned('Ko\u0308ln')).toMatchObject([{ detail: { similar: 'K\u00f6ln' } }]);
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

describe('a group under another name', () => {
  const promiser = kitchen();
  const start = (event: object) => promiser.start({ at: at(0), ...event } as never);

  it.each(['priority', 'region', 'Zone', 'segment'])(
    'is refused by the name that is meant: %s',
    (name) => {
      const event = { id: name, at: at(0), [name]: 'stat' };
      const found = {
        code: 'unknown-name',
        path: `event.${name}`,
        expected: 'group, or one of id, at, estimate, features, keepRate',
      };
      expect(refusal(() => start(event))).toMatchObject(found);
      expect(refusal(() => promiser.quote(event as never))).toMatchObject(found);
      expect(liveStartSchema.safeParse(event).error?.issues[0]?.message).toBe(found.expected);
    },
  );

  it('may stand beside a group, none said, or say nothing itself', () => {
    start({ id: 'a', group: 'stat', region: 'north' });
    start({ id: 'b', group: '', region: 'north' });
    start({ id: 'c', region: '', zone: null, segment: undefined });
    start({ id: 'd', state: 'open', product: 'x' });
    expect(
      Object.keys(liveStartSchema.parse({ id: 'e', at: at(0), group: 'g', zone: 'x' })),
    ).toEqual(['id', 'at', 'group']);
  });
});

describe('an order without a group', () => {
  const warnedOf = (promiser: ReturnType<typeof kitchen>, group?: string) =>
    promiser.quote({ at: at(99), ...(group !== undefined && { group }) }).warnings;
  /** A promiser that was told of so many orders, every so many of them without a group. */
  const told = (orders: number, without: number, finish = false) => {
    const promiser = kitchen();
    for (let i = 0; i < orders; i++) {
      const group = i % without === without - 1 ? undefined : ['stat', 'routine'][i % 2];
      promiser.start({ id: `${i}`, at: at(i / 1000), group });
      if (finish) promiser.finish({ id: `${i}`, at: at(i / 1000) });
    }
    return promiser;
  };

  it('is asked about where nearly all orders had one', () => {
    const warnings = [{ code: 'no-group', detail: {} }];
    const promiser = told(40, Infinity);
    expect(warnedOf(promiser)).toEqual(warnings);
    expect(warnedOf(promiser, '')).toEqual(warnings);
    expect(warnedOf(promiser, 'stat')).toEqual([]);
    expect(inEnglish(warnings[0] as never)).toBe('no group, unlike others: was it left out?');
    expect(promiser.start({ id: 'one', at: at(9) }).warnings).toEqual(warnings);
    // One of 41 is an accident yet, and so it is after a restart.
    expect(warnedOf(promiser)).toEqual(warnings);
    const again = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)));
    expect(warnedOf(again)).toEqual(warnings);
    expect(dataOf(again)).toEqual(dataOf(promiser));
  });

  it.each([
    ['nobody has one', 60, 1],
    ['every tenth has none', 400, 10],
    ['few orders were seen', 19, Infinity],
  ])('is none to ask about where %s', (_, orders, without) => {
    expect(warnedOf(told(orders, without))).toEqual([]);
    expect(warnedOf(told(orders, without, true))).toEqual([]);
  });

  it('counts those that finished as well as those under way', () => {
    expect(warnedOf(told(40, 39, true))).toHaveLength(1);
    expect(warnedOf(told(4000, 10, true))).toEqual([]);
    // A hundredth of very many is no accident.
    expect(warnedOf(told(4000, 100, true))).toEqual([]);
  });
});
