/**
 * A number, date or column in a result that says nothing, with its path; null for none. A row or a field that was given,
 * and is handed back as it is, may say anything.
 */
export function unsaid(result: unknown, args: readonly unknown[] = []): string | null {
  const seen = new Set<unknown>(args.flatMap(partsOf));
  // A list of what is still to be looked at: results may be nested deeper than calls may be.
  const left: { readonly path: string; readonly value: unknown; readonly status?: unknown }[] = [
    { path: 'result', value: result },
  ];
  for (const { path, value, status } of left) {
    if (seen.has(value) || isTrapped(value)) continue;
    if (typeof value === 'number' && !Number.isFinite(value)) return `${path} is ${value}`;
    if (value instanceof Date && Number.isNaN(value.getTime())) return `${path} is no date`;
    if (typeof value === 'function' || Object(value) !== value) continue;
    seen.add(value);
    const row = value instanceof Float64Array ? unsaidRow(value, status) : null;
    if (row !== null) return `${path}[${row}] is no number, and its status does not say why`;
    if (ArrayBuffer.isView(value)) continue;
    // The status of a table says why for the columns of its parts too, row by row.
    const siblings = (Array.isArray(value) ? undefined : Object(value).status) ?? status;
    for (const [key, inner] of Object.entries(value as object)) {
      left.push({ path: `${path}.${key}`, value: inner, status: siblings });
    }
  }
  return null;
}

/** A proxy of the caller's that throws, in a column that was passed through unread. */
function isTrapped(value: unknown): boolean {
  try {
    Object.getPrototypeOf(Object(value));
    return false;
  } catch {
    return true;
  }
}

function partsOf(arg: unknown): readonly unknown[] {
  try {
    return Object(arg) === arg ? Object.values(arg as object) : [];
  } catch {
    return [];
  }
}

/** A row of a column that is no number, though its status does not say why; a status of other rows says nothing. */
function unsaidRow(column: Float64Array, status: unknown): number | null {
  const codes =
    status instanceof Uint8Array && status.length === column.length
      ? status
      : new Uint8Array(column.length);
  const row = column.findIndex((number, i) => !Number.isFinite(number) && codes[i] === 0);
  return row < 0 ? null : row;
}
