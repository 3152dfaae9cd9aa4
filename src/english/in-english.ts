import { door } from '../input/door';
import { read } from '../input/read';
import { type Coded, codedSchema } from './input';
import { worded } from './worded';

/**
 * An action, an advice, a reason or any other code of this library in plain English: with its figures, or alone where its
 * wording names none, as of all that results hold as a text (an advice, the reason of a quote or of an outcome). A
 * promise is shown as it is, to at most twelve digits; any other number to three, but to the unit at least, and in as
 * many as tell it from another one of its phrase. A share reads 100% or 0% only where it is that exactly. A code that
 * has no phrase is shown as it is, with its figures.
 *
 * For another language write your own: the codes and the names of their figures are all it needs, and a
 * `Record<PhraseCode, ...>` holds them all.
 *
 * @param coded what has a code, and its figures in `detail` or beside it; or a code without figures alone
 * @throws InvalidInputError `missing` or `wrong-type` without a code; `missing` for a figure that the wording of a code
 *   names
 * @example
 * ```ts
 * import { inEnglish } from 'overdeliver/english';
 *
 * inEnglish({ code: 'rounded', detail: { from: 57.3333, to: 60 } }); // => 'rounded from 57.3 to 60'
 * inEnglish({ code: 'rising', change: 4.2, p: 0.01 }); // => 'rising by 4.2 points'
 * inEnglish('reverse'); // => 'Find out what moved, and turn it round.'
 * inEnglish('wait'); // => 'Say nothing yet.'
 * inEnglish('rounded'); // => throws missing
 * ```
 */
export function inEnglish(coded: Coded | string): string {
  return door('inEnglish', () => worded(read(codedSchema, coded, 'coded'), 'coded'));
}
