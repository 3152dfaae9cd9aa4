/** The keys along a path such as `a.b[3]` into a value, which tells whether a full stop is part of a name. */
export function keysAlong(path: string, value: unknown): PropertyKey[] {
  try {
    return walked(path, value);
  } catch {
    // A getter or proxy of the caller's threw.
    return walked(path, undefined);
  }
}

function walked(path: string, value: unknown): PropertyKey[] {
  const keys: PropertyKey[] = [];
  let rest = path;
  for (let at = value; rest !== ''; ) {
    const name = nameAhead(rest, at);
    const index = name === undefined ? /^\[\d+\]/.exec(rest)?.[0] : undefined;
    const word = name ?? index ?? rest.replace(/(?<=.)[.[].*$/s, '');
    const key = index ? Number(index.slice(1, -1)) : word;
    keys.push(key);
    rest = rest.slice(word.length).replace(/^\./, '');
    at = rest === '' ? at : (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key];
  }
  return keys;
}

/** The longest name in a record with which a path goes on. */
function nameAhead(path: string, record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  if (Array.isArray(record) || ArrayBuffer.isView(record)) return undefined;
  return Object.keys(record)
    .filter((name) => name !== '' && path.startsWith(name))
    .filter((name) => /^($|[.[])/.test(path.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0];
}
