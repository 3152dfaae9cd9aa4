import { deepFreeze } from '../test/core/deep-freeze';
import { nested, throwingProxy } from './hostile';
import type { Random } from './random';
import { named } from './show';

type Mutation = (value: never, r: Random) => unknown;

const numbers: readonly ((x: number) => unknown)[] = [
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.NEGATIVE_INFINITY,
  () => -0,
  () => 0,
  () => 1,
  () => 5e-324,
  () => 1e-300,
  () => 1e308,
  () => Number.MAX_VALUE,
  () => -1e308,
  () => 1e9,
  () => 2 ** 31,
  () => 2 ** 53,
  () => 1e15,
  (x) => -x,
  (x) => x + 0.5,
  (x) => x * (1 + Number.EPSILON),
  (x) => x * 1000,
  (x) => String(x),
  (x) => BigInt(Math.round(Number.isFinite(x) ? x : 0)),
  (x) => named(`new Number(${x})`, Object(x)),
];

const texts: readonly Mutation[] = [
  () => '',
  () => ' ',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  (x: string) => x.toUpperCase(),
  (x: string) => `${x.slice(1)}${x.slice(0, 1)}`,
  (x: string) => x.slice(0, -1),
  (x: string) => `${x} `,
  () => '\ud800',
  () => 3,
  () => '2026-02-30',
  () => '24:00',
  (x: string) => (x.length > 0 ? x.repeat(1e5 / x.length) : x),
  (x: string) => named(`new String(${JSON.stringify(x)})`, Object(x)),
];

const dates: readonly Mutation[] = [
  () => new Date(Number.NaN),
  () => new Date(8.64e15),
  () => new Date(-8.64e15),
  (x: Date) => new Date(x.getTime() + 3.7e11),
  (x: Date) => new Date(x.getTime() - 3.7e11),
  (x: Date) => new Date(x.getTime() + 1),
  (x: Date) => new Date(x.getTime() + 0.5),
  () => new Date(0),
  (x: Date) => x.toISOString(),
  (x: Date) => x.toISOString().slice(0, -1),
  (x: Date) => x.getTime(),
  () => named('Object.create(Date.prototype)', Object.create(Date.prototype)),
];

const lists: readonly Mutation[] = [
  () => [],
  (x: unknown[]) => [...x, ...x],
  (x: unknown[]) => [...x].reverse(),
  (x: unknown[]) => x.slice(1),
  (x: unknown[]) => [...x, undefined],
  (x: unknown[]) => [null, ...x.slice(1)],
  (x: unknown[]) => {
    const holed = [...x];
    delete holed[0];
    return holed;
  },
  (x: unknown[]) => ({ ...x, length: x.length }),
  (x: unknown[]) => ({ ...x, length: 2 ** 40 }),
  (x: unknown[]) => ({ ...x, length: x.length + 1 }),
  (x: unknown[]) => named('new Set()', new Set(x)),
  (x: unknown[]) => Float64Array.from(x as number[]),
  (x: unknown[]) => Uint8Array.from(x as number[]),
  () => throwingProxy([]),
  () => 'abc',
  (x: unknown[]) => deepFreeze([...x]),
];

const records: readonly Mutation[] = [
  () => ({}),
  (x: object) => ({ ...x, extra: 1 }),
  (x: object) => Object.assign(JSON.parse('{ "__proto__": 1 }'), x),
  misspelt,
  (x: object) =>
    named('/* of a foreign prototype */', Object.assign(Object.create({ extra: 1 }), x)),
  (x: object) => named('/* without a prototype */', Object.assign(Object.create(null), x)),
  () => throwingProxy({}),
  (x: object) => [x],
  deepened,
  cyclic,
  (x: object) => ({ ...x, extra: new Float64Array(2) }),
  (x: object) => ({ ...x, extra: named('() => 1', () => 1) }),
  () => named('new Map()', new Map()),
];

/** One letter of a field's name is doubled. */
function misspelt(record: object, r: Random): object {
  const names = Object.keys(record);
  if (names.length === 0) return { extra: 1 };
  const wrong = r.pick(names);
  const at = r.int(0, wrong.length - 1);
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name === wrong ? name.slice(0, at + 1) + name.slice(at) : name,
      value,
    ]),
  );
}

/** The record holds itself, in a column that nobody reads. */
function cyclic(record: object): object {
  const whole: Record<string, unknown> = { ...record };
  whole.whole = whole;
  return named('/* holds itself */', whole);
}

/** The record stands in itself 6000 times, where one of its fields holds a record. */
function deepened(record: object, r: Random): object {
  const keys = Object.entries(record).filter(([, value]) => Object(value) === value);
  return keys.length === 0 ? {} : nested(record, r.pick(keys)[0], 6000);
}

const functions: readonly Mutation[] = [
  () => named('() => NaN', () => Number.NaN),
  () => named('() => undefined', () => undefined),
  () => named("() => 'abc'", () => 'abc'),
  () => named('() => -1', () => -1),
  () => named('() => Infinity', () => Number.POSITIVE_INFINITY),
  () => named('() => null', () => null),
  () => 'abc',
];

/** A capability, a ledger, a promiser, a source, a family; options that hold a function are none. */
export const isHandle = (value: object) =>
  'toJSON' in value || 'revive' in value || 'bounds' in value;

/** What stands where a handle should; one that was forged may do as it likes. */
const noHandles: readonly Mutation[] = [
  () => ({}),
  () => 3,
  () => 'abc',
  () => throwingProxy({}),
  (x: object) => Object.freeze({ ...x }),
];

/** The ways in which a value of its kind goes wrong. */
function mutationsOf(value: unknown): readonly Mutation[] {
  if (typeof value === 'number') return numbers as readonly Mutation[];
  if (typeof value === 'string') return texts;
  if (typeof value === 'boolean') return [(x: boolean) => !x, () => 'true', () => 1];
  if (typeof value === 'function') return functions;
  if (value instanceof Date) return dates;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return lists;
  if (Object(value) === value && isHandle(value as object)) return noHandles;
  return Object(value) === value ? records : [() => 3, () => 'abc', () => ({})];
}

/** What any value can be instead. */
const always: readonly Mutation[] = [() => null, () => undefined];

/** A value with something wrong about it. */
export function mutated(value: unknown, r: Random): unknown {
  return r.pick([...mutationsOf(value), ...always])(value as never, r);
}
