import type { Scale } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { qualityItemsSchema } from './input-instrument';
import type { Instrument, ScaleItem } from './instrument';

/** What a service can be good at; asked twice, as expected and as perceived. */
export interface QualityItem {
  /** The item's id. */
  readonly id: string;
  /** The dimension it belongs to. */
  readonly dimension: string;
  /** The statement, as it is asked. */
  readonly text: string;
  /** True where a high answer means a low level. */
  readonly reversed?: boolean | undefined;
}

/** Items that are asked on both sides, and the scale they are answered on. */
export interface QualityItems {
  /** The id of the set of items. */
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
      tangibles: [
        'The equipment is modern.',
        'The premises are pleasant.',
        'The staff look well kept.',
        'The surroundings fit the service.',
      ],
      reliability: [
        'Promises are kept.',
        "A customer's problem is taken seriously.",
        'The service can be depended on.',
        'Work is done when it was said to be done.',
        'Records are free of errors.',
      ],
      responsiveness: [
        'Customers are told when the work will be done.',
        'Service is prompt.',
        'The staff are willing to help.',
        'The staff have time for customers.',
      ],
      assurance: [
        'The staff can be trusted.',
        'Dealings with the company are safe.',
        'The staff are polite.',
        'The company supports its staff in their work.',
      ],
      empathy: [
        'Each customer gets attention.',
        'Customers are treated as persons.',
        'The staff understand what customers need.',
        "The customer's interests come first.",
        'Opening hours are convenient.',
      ],
    }).flatMap(([dimension, texts]) =>
      texts.map((text, i) => Object.freeze({ id: `${dimension}.${i + 1}`, dimension, text })),
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
  return door('servqualInstrument', () => instrumentOf(read(qualityItemsSchema, items, 'items')));
}

export function instrumentOf(items: QualityItems): Instrument {
  const asked = (side: string) => items.items.map((item) => onSide(items, item, side));
  return { id: items.id, items: [...asked('expected'), ...asked('perceived')] };
}

/** An item as it is asked on one side. */
export function onSide({ scale }: QualityItems, item: QualityItem, side: string): ScaleItem {
  return { kind: 'scale', scale, ...item, id: `${side}.${item.id}` };
}
