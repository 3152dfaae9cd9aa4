import type { SatisfactionModel } from './model';

/** A copy of a model that is frozen with all its plain data, so that what others put into it stays theirs. */
export function freezeModel(model: SatisfactionModel): SatisfactionModel {
  const copies = new Map<object, object>();
  const frozen = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const parent: unknown = Object.getPrototypeOf(value);
    if (parent !== Object.prototype && parent !== Array.prototype) return value;
    const known = copies.get(value);
    if (known) return known;
    const copy = Array.isArray(value) ? [] : {};
    copies.set(value, copy);
    for (const [key, inner] of Object.entries(value)) {
      // Defined rather than set, since the key may be `__proto__`.
      Object.defineProperty(copy, key, { value: frozen(inner), enumerable: true });
    }
    return Object.freeze(copy);
  };
  return frozen(model) as SatisfactionModel;
}
