import type { Scale } from '../core/level';

/**
 * What an earlier answer must be for an item to be asked; every part given must hold.
 *
 * @inline
 */
export interface Condition {
  /** The id of an item that stands before this one. */
  readonly item: string;
  /** The least number answered, on a scale. */
  readonly atLeast?: number | undefined;
  /** The greatest number answered, on a scale. */
  readonly atMost?: number | undefined;
  /** The choice made, of an item with choices. */
  readonly is?: string | undefined;
}

/** What every item has, however it is answered. */
interface Item {
  /** Not empty, and no other item's. */
  readonly id: string;
  /** The question or statement, as the respondent reads it. */
  readonly text: string;
  /** True if it must be answered whenever it is asked. */
  readonly required?: boolean | undefined;
  /** Asked only then; always unless given. */
  readonly onlyIf?: Condition | undefined;
}

/** An item answered with a number on a scale. */
export interface ScaleItem extends Item {
  /** Says that it is answered on a scale. */
  readonly kind: 'scale';
  /** The least and the greatest answer. */
  readonly scale: Scale;
  /** True for a slider that takes numbers between the whole ones. */
  readonly continuous?: boolean | undefined;
  /** True where a high answer means a low level. */
  readonly reversed?: boolean | undefined;
  /** What it measures, together with other items. */
  readonly dimension?: string | undefined;
}

/** An item answered with one of several choices. */
export interface ChoiceItem extends Item {
  /** Says that it is answered by choosing. */
  readonly kind: 'choice';
  /** Two or more; the answer is the value, the text is what the respondent reads. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** An item answered in the respondent's own words. */
export interface TextItem extends Item {
  /** Says that it is answered in words. */
  readonly kind: 'text';
}

/** One question of an instrument. */
export type SurveyItem = ScaleItem | ChoiceItem | TextItem;

/** A questionnaire as data: render it with any form library, in the order of its items. */
export interface Instrument {
  /** The questionnaire's id. */
  readonly id: string;
  /** One or more. */
  readonly items: readonly SurveyItem[];
}

/** Answers by the id of their item: null, or nothing at all, where there is no answer. */
export type Answers = Readonly<Record<string, number | string | null | undefined>>;

/** The values of an item's choices; none, where it has no choices. */
export const valuesOf = (item: Partial<SurveyItem>): readonly string[] =>
  item.kind === 'choice' ? (item.choices ?? []).map(({ value }) => value) : [];

export const scaleItems = ({ items }: Instrument): readonly ScaleItem[] =>
  items.filter((item) => item.kind === 'scale');

/** Items by dimension, in the order in which dimensions occur. */
export function dimensionsOf<Item extends { readonly dimension?: string | undefined }>(
  items: readonly Item[],
): readonly (readonly [dimension: string, items: readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.dimension === undefined) continue;
    const group = groups.get(item.dimension);
    if (group) group.push(item);
    else groups.set(item.dimension, [item]);
  }
  return [...groups];
}
