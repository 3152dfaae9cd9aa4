/**
 * Reads dates as `toISOString` writes them, NaN for any other text. Remembers the days it has read: a day and
 * the digits of a time take a tenth of what asking `Date` for every text would.
 */
export function textReader(): (text: unknown) => number {
  const days = new Map<string, number>();
  return (text) => {
    if (typeof text !== 'string') return Number.NaN;
    // Years before 0 and after 9999 are written longer.
    if (text.length !== 24) return exactly(text);
    const day = text.slice(0, 10);
    let start = days.get(day);
    if (start === undefined) {
      start = exactly(`${day}T00:00:00.000Z`);
      days.set(day, start);
    }
    return start + timeOfDay(text);
  };
}

function exactly(text: string): number {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text ? date.getTime() : Number.NaN;
}

/** The milliseconds that `T18:30:00.000Z` says, from the tenth character on. */
function timeOfDay(text: string): number {
  // Places in it.
  const [hour, minute] = [digits(text, 11, 2), digits(text, 14, 2)];
  const [second, ms] = [digits(text, 17, 2), digits(text, 20, 3)];
  const marked =
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[19] === '.' &&
    text[23] === 'Z';
  if (!marked || !(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

function digits(text: string, from: number, count: number): number {
  // 48 is '0'.
  let number = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
}
