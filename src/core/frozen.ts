/** Whether nothing in a value can ever change: plain data, frozen through and through. */
export function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  const parent: unknown = Object.getPrototypeOf(value);
  if (parent !== Object.prototype && parent !== Array.prototype) return false;
  // A getter may answer otherwise the next time.
  const own = Object.values(Object.getOwnPropertyDescriptors(value));
  return Object.isFrozen(value) && own.every((one) => 'value' in one && isFrozen(one.value));
}

/** A function that remembers what it made of frozen values, for as long as they are there. */
export function onceFrozen<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    if (!known.has(key) && isFrozen(key)) known.set(key, made);
    return made;
  };
}
