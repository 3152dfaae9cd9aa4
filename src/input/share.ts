import * as z from 'zod/mini';

/** What a share may be, such as that of promises to keep. */
export const shareText = 'a share above 0 and below 1, such as .9 for 90%';

/** Whether a value is such a share. */
export const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value < 1;

export const shareSchema = z.number(shareText).check(z.gt(0, shareText), z.lt(1, shareText));
