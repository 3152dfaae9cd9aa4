// Every property and every parameter on a page of the API has a text: its own, or the first sentence of the type that it is of.
// Those with neither are warned of, and a warning is an error here. Of parameter sets with many names a page says no more than
// that they are one: the names stand in the reference, and would leave no room for texts.
import { Comment, Converter, ReflectionKind } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const kinds = ReflectionKind.Property | ReflectionKind.Parameter | ReflectionKind.Accessor;
    for (const reflection of project.getReflectionsByKind(kinds)) {
      if (hasText(reflection) || isInside(reflection)) continue;
      const sentence = sentenceOf(reflection.type);
      if (sentence) reflection.comment = new Comment([{ kind: 'text', text: sentence }]);
      else if (!reflection.inheritedFrom)
        app.logger.warn(`${reflection.getFullName()} has no text`);
    }
    for (const { type } of Object.values(project.reflections)) shorten(type);
  });
}

const mostNames = 8;

/** Leaves out the names of a parameter set that has more of them than fit. */
function shorten(type) {
  const [names] = (type?.name === 'ParameterSet' && type.typeArguments) || [];
  if (names?.type === 'union' && names.types.length > mostNames) type.typeArguments = undefined;
  for (const one of type?.types ?? []) shorten(one);
}

const hasText = ({ comment, signatures }) =>
  Boolean(comment?.hasVisibleComponent() || signatures?.some((signature) => hasText(signature)));

/** What stands in a type without a name is told by the text of the whole, and the pages leave it there. */
function isInside(reflection) {
  for (let at = reflection.parent; at; at = at.parent) {
    if (at.kindOf(ReflectionKind.TypeLiteral | ReflectionKind.Variable)) return true;
    if (at.kindOf(ReflectionKind.ConstructorSignature)) return true;
  }
  return false;
}

/** The first sentence of the exported type that a type is, lists or may be. */
function sentenceOf(type) {
  const inner = type?.type === 'union' ? type.types.find((one) => sentenceOf(one)) : type;
  if (inner?.type === 'array') return sentenceOf(inner.elementType);
  if (inner?.type === 'typeOperator') return sentenceOf(inner.target);
  if (inner?.type !== 'reference') return undefined;
  const summary = inner.reflection?.comment?.summary.map(({ text }) => text).join('') ?? '';
  const flat = summary.replaceAll(/\s+/g, ' ').trim();
  return /^.*?[.?!;](?=\s|$)/.exec(flat)?.[0].replace(/;$/, '.') ?? (flat || undefined);
}
