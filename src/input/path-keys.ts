/** The keys along a path such as `a.b[3]` into a value, which tells whether a full stop is part of a name. */
export function keysAlong(path: string, value: unknown): PropertyKey[] {
  if (path === '') return [];
  const isRecord = !Array.isArray(value) && !ArrayBuffer.isView(value);
  const own = Object.keys(isRecord ? Object(value) : []).filter(
    (name) => name !== '' && path.startsWith(name) && /^($|[.[])/.test(path.slice(name.length)),
  );
  const name = own.sort((a, b) => b.length - a.length)[0];
  // Either a place in a list, or a name up to the next full stop or bracket.
  const [word, place] = /^\[(\d+)\]|^.[^.[]*/s.exec(path) as unknown as [string, string?];
  const key = name ?? (place === undefined ? word : Number(place));
  const rest = path.slice((name ?? word).length).replace(/^\./, '');
  if (rest === '') return [key];
  return [key, ...keysAlong(rest, Object(value)[key])];
}
