/**
 * A map by id in many small parts. One large Map is built anew as it fills, which would hold up a single event for
 * milliseconds.
 */
export type Ids<Value> = (Map<string, Value> | undefined)[];

/** Parts stay so small that none makes one wait when it grows. A power of 2. */
const parts = 1024;

export function noIds<Value>(): Ids<Value> {
  return new Array<Map<string, Value> | undefined>(parts).fill(undefined);
}

/** The last letters tell ids apart: FNV-1a (Fowler, Noll & Vo 1991) of them. */
function partOf(id: string): number {
  let hash = id.length;
  for (let i = Math.max(0, id.length - 8); i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (parts - 1);
}

export function getId<Value>(ids: Ids<Value>, id: string): Value | undefined {
  return ids[partOf(id)]?.get(id);
}

export function setId<Value>(ids: Ids<Value>, id: string, value: Value): void {
  const part = partOf(id);
  let map = ids[part];
  if (map === undefined) {
    map = new Map();
    ids[part] = map;
  }
  map.set(id, value);
}

export function deleteId<Value>(ids: Ids<Value>, id: string): void {
  ids[partOf(id)]?.delete(id);
}
