import type { Condition, Instrument, SurveyItem } from './instrument';

type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema of answers: a property for each item, by its id. */
export function answersJsonSchema({ id, items }: Instrument): Json {
  return {
    title: id,
    type: 'object',
    properties: Object.fromEntries(items.map((item) => [item.id, itemJsonSchema(item)])),
    required: items.filter(isAlwaysRequired).map((item) => item.id),
    additionalProperties: false,
  };
}

const isAlwaysRequired = ({ required, onlyIf }: SurveyItem) => required === true && !onlyIf;

function itemJsonSchema(item: SurveyItem): Json {
  const { text, required = false, onlyIf } = item;
  const description = onlyIf && {
    description: `Asked only if ${inWords(onlyIf)}${required ? '; then required' : ''}.`,
  };
  return { title: text, ...description, ...answerJsonSchema(item, !isAlwaysRequired(item)) };
}

/** What is taken for an answer; null for a missing one, where it may be missing. */
function answerJsonSchema(item: SurveyItem, mayLack: boolean): Json {
  const type = (name: string) => ({ type: mayLack ? [name, 'null'] : name });
  if (item.kind === 'text') return type('string');
  if (item.kind === 'choice') {
    const choices: Json[] = item.choices.map(({ value, text }) => ({ const: value, title: text }));
    return { oneOf: mayLack ? [...choices, { type: 'null' }] : choices };
  }
  const { min, max } = item.scale;
  return { ...type(item.continuous ? 'number' : 'integer'), minimum: min, maximum: max };
}

function inWords({ item, atLeast, atMost, is }: Condition): string {
  const parts = [
    is !== undefined && `is ${is}`,
    atLeast !== undefined && `is at least ${atLeast}`,
    atMost !== undefined && `is at most ${atMost}`,
  ].filter((part) => part !== false);
  return `${item} ${parts.length === 0 ? 'is answered' : parts.join(' and ')}`;
}
