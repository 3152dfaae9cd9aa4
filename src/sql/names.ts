import { refuse, refuseOther } from '../input/refusal';

/** What no engine quotes alike: quotes, the backslash, what cannot be seen, halves of a character. */
const unquotable = /["`\\\p{Cc}\p{Cs}]/u;

/** PostgreSQL cuts longer names without a word, so that two become one. */
const mostBytes = 63;

/** Refuses the name of a table or column that an engine could read otherwise. */
export function checkName(path: string, name: unknown): string {
  if (typeof name !== 'string') {
    const column = "; a number that all rows share is a column of from: { text: 'SELECT ...' }";
    return refuseOther(path, name, typeof name === 'number' ? `a name${column}` : 'a name');
  }
  if (name === '') refuse(path, name, 'a name that is not empty', 'out-of-range');
  if (unquotable.test(name)) {
    const expected =
      'a name without quotes, backslashes and control characters; rename it in a view';
    refuse(path, name, expected, 'out-of-range');
  }
  if (/^(true|false)$/i.test(name)) {
    const expected = 'another name, since SQLite loses a column of this one in a nested select';
    refuse(path, name, expected, 'out-of-range');
  }
  if (bytesOf(name) > mostBytes) {
    refuse(path, name, `a name of at most ${mostBytes} bytes; rename it in a view`, 'out-of-range');
  }
  return name;
}

/** The length of a text in UTF-8 (RFC 3629, 2003). */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
