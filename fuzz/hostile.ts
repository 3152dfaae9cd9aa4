import { named } from './show';

const trap = new Error('a trap of the caller');
export const isTrap = (error: unknown) => error === trap;
const throws = () => {
  throw trap;
};
const traps = {
  get: throws,
  has: throws,
  ownKeys: throws,
  getPrototypeOf: throws,
  getOwnPropertyDescriptor: throws,
};

/** A proxy of which nothing can be asked. */
export const throwingProxy = (target: object) =>
  named(
    `new Proxy(${Array.isArray(target) ? '[]' : '{}'}, /* throws at everything */)`,
    new Proxy(target, traps),
  );

/** An object in itself, many times over. */
export function nested(value: object, key: string, depth: number): object {
  let nest = value;
  for (let i = 0; i < depth; i++) nest = { ...value, [key]: nest };
  return named(`nested(${key}, ${depth})`, nest);
}

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

/** What no argument should be: stands in each argument's place in turn. */
export const hostileValues: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.NEGATIVE_INFINITY,
  () => -0,
  () => 0,
  () => -1,
  () => 0.5,
  () => 5e-324,
  () => 1e308,
  () => 1e9,
  () => 2 ** 53,
  () => '',
  () => 'abc',
  () => '__proto__',
  () => '12',
  () => true,
  () => false,
  () => named('Symbol()', Symbol('hostile')),
  () => 10n,
  () => [],
  () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tried
    return [1, , 3];
  },
  () => [undefined],
  () => [null],
  () => [Number.NaN],
  () => ['abc'],
  () => [[]],
  () => [{}],
  () => ({}),
  () => ({ extra: 1 }),
  () => JSON.parse('{ "__proto__": 1 }'),
  () => named('Object.create(null)', Object.create(null)),
  () => named('Object.create(Date.prototype)', Object.create(Date.prototype)),
  () => named('Object.create(Array.prototype)', Object.create(Array.prototype)),
  () => ({ length: 2 ** 40 }),
  () => ({ length: -1 }),
  () => ({ length: 1.5 }),
  () => ({ length: 2 }),
  () => named('new Array(1e4)', new Array(1e4)),
  () => new Float64Array(3),
  () => named('new Float64Array(1e4)', new Float64Array(1e4)),
  () => named('new DataView(new ArrayBuffer(8))', new DataView(new ArrayBuffer(8))),
  () => named('new Map()', new Map()),
  () => new Date(Number.NaN),
  () => new Date(8.64e15),
  () => new Date('2026-03-01T00:00:00Z'),
  () => '2026-03-01T00:00:00Z',
  () => named('() => undefined', () => undefined),
  () => named('() => NaN', () => Number.NaN),
  () => throwingProxy({}),
  () => throwingProxy([]),
  () => named('cyclic', cyclic),
  () => nested({ of: null }, 'of', 6000),
];
