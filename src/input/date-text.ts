/** What a date may be, in the words of a refusal. */
export const dateText =
  'a date: a Date, milliseconds since 1970, or text with an offset such as 2026-03-02T18:00:00Z';

/** The same of what the clocks of a place show. */
export const localTimeText =
  'a local time as text such as 2026-03-05T18:40, or a day such as 2026-03-05';
