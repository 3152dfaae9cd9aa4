import * as z from 'zod/mini';
import { type Scale, scaleSchema } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { type Instrument, idSchema, inOrder, type ScaleItem } from './instrument';

/** What a service can be good at; asked twice, as expected and as perceived. */
export interface QualityItem {
  readonly id: string;
  readonly dimension: string;
  readonly text: string;
  /** True where a high answer means a low level. */
  readonly reversed?: boolean | undefined;
}

/** Items that are asked on both sides, and the scale they are answered on. */
export interface QualityItems {
  readonly id: string;
  readonly scale: Scale;
  readonly items: readonly QualityItem[];
}

/**
 * The five dimensions of SERVQUAL with 22 items (Parasuraman, Zeithaml & Berry 1988), on 1 to 7. The wordings are
 * our own, short and all positive; for the authors' own, see their paper.
 */
export const servqual: QualityItems = Object.freeze({
  id: 'servqual',
  scale: Object.freeze({ min: 1, max: 7 }),
  items: Object.freeze(
    Object.entries({
      tangibles: 'Modern equipment;Pleasant premises;Well-kept staff;Fitting surroundings',
      reliability:
        'Promises kept;Problems taken seriously;A dependable service;Done when it was due;Records without errors',
      responsiveness:
        'Told when it will be done;Prompt service;Staff willing to help;Staff with time',
      assurance: 'Staff to trust;Safe dealings;Polite staff;Staff supported in their work',
      empathy:
        'Attention to each customer;A personal touch;Needs understood;My interests first;Convenient hours',
    }).flatMap(([dimension, texts]) =>
      texts
        .split(';')
        .map((text, i) => Object.freeze({ id: `${dimension}.${i + 1}`, dimension, text })),
    ),
  ),
});

/**
 * The questionnaire: every item as `expected.<id>`, then every item as `perceived.<id>`.
 *
 * @throws InvalidInputError `duplicate-id` for an item that comes twice; what bad items call for
 * @example
 * ```ts
 * import { servqualInstrument } from 'overdeliver/survey';
 *
 * const { items } = servqualInstrument();
 * items.length; // => 44
 * items[4]?.id; // => 'expected.reliability.1'
 * ```
 */
export function servqualInstrument(items: QualityItems = servqual): Instrument {
  return door('servqualInstrument', () => {
    return instrumentOf(items);
  });
}

const itemsSchema = z.strictObject({
  id: z.string(),
  scale: scaleSchema,
  items: z
    .array(
      z.strictObject({
        id: idSchema,
        dimension: idSchema,
        text: z.string(),
        reversed: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(1, 'at least one item'), inOrder),
});

export function instrumentOf(items: QualityItems): Instrument {
  read(itemsSchema, items, 'items');
  const asked = (side: string) => items.items.map((item) => onSide(items, item, side));
  return { id: items.id, items: [...asked('expected'), ...asked('perceived')] };
}

/** An item as it is asked on one side. */
export function onSide({ scale }: QualityItems, item: QualityItem, side: string): ScaleItem {
  return { kind: 'scale', scale, ...item, id: `${side}.${item.id}` };
}
