/** Whether nothing in a value can ever change: plain data, frozen through and through. */
export function isFrozen(value: unknown): boolean {
  // Grows while it is gone through, so that what holds itself is looked at once.
  const seen = new Set([value]);
  for (const one of seen) {
    if (typeof one === 'function') return false;
    if (typeof one !== 'object' || one === null) continue;
    const parent: unknown = Object.getPrototypeOf(one);
    if (parent !== Object.prototype && parent !== Array.prototype) return false;
    if (!Object.isFrozen(one)) return false;
    for (const own of Object.values(Object.getOwnPropertyDescriptors(one))) {
      // A getter may answer otherwise the next time.
      if (!('value' in own)) return false;
      seen.add(own.value);
    }
  }
  return true;
}

/** Frozen values of which something is remembered, all of which were read once. */
const remembered = new WeakSet<object>();

export const isRemembered = (value: object): boolean => remembered.has(value);

/** A function that remembers what it made of frozen values, for as long as they are there. */
export function onceFrozen<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    if (!known.has(key) && isFrozen(key)) {
      known.set(key, made);
      remembered.add(key);
    }
    return made;
  };
}
