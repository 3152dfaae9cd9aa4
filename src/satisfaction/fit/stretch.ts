import type { Scale } from '../../core/level';
import type { Parameter } from '../../core/parameters';
import { refuse } from '../../input/refusal';
import { type CompiledModel, compile } from '../compile';
import { thresholdNames } from '../parameter-names';
import { toldApart } from '../pooled';
import { estimated } from './estimated';

/**
 * A model as if it had been answered on another scale: a threshold lies halfway between the levels of two answers, 0 to
 * 100, and takes its value from the lines between the model's own (scales of 5 and 7 answers that were stretched so
 * have means alike: Dawes 2008, doi:10.1177/147078530805000106).
 */
export function stretched(
  { model, cuts }: CompiledModel,
  answers: Scale,
  path: string,
): CompiledModel {
  if (cuts.length < 2) {
    refuse(
      path,
      answers,
      `the scale of ${model.id}, which tells too few answers apart for another`,
    );
  }
  const positionOn = ({ min, max }: Scale, place: number) => (place - 0.5) / (max - min);
  const names = thresholdNames(model);
  const positions = toldApart(model)
    .slice(1)
    .map((place) => positionOn(model.answers, place));
  const { pooled: _, ...form } = model;
  const others = Object.entries(model.parameters).filter(([name]) => !names.includes(name));
  const made = thresholdNames({ ...form, answers }).map((name, k) => {
    const at = positionOn(answers, k + 1);
    const above = positions.findIndex((position, i) => i > 0 && position >= at);
    const j = above === -1 ? positions.length - 1 : above;
    const [from, to] = [positions[j - 1] as number, positions[j] as number];
    const share = (at - from) / (to - from);
    const [one, other] = [names[j - 1], names[j]].map((known) => model.parameters[known as string]);
    return [name, between(one as Parameter, other as Parameter, share, model.id)] as const;
  });
  const parameters = Object.fromEntries([...made, ...others]);
  return compile({ ...form, answers, parameters });
}

/** A number on the line through two others. Their errors go together, so that they add up rather than cancel. */
function between(one: Parameter, other: Parameter, share: number, id: string): Parameter {
  // No number, and so none of a parameter, where one has none.
  const errorOf = ({ standardError = Number.NaN }: Parameter) => standardError;
  const error = Math.abs(1 - share) * errorOf(one) + Math.abs(share) * errorOf(other);
  const value = one.value + share * (other.value - one.value);
  return estimated(value, one.unit, 'assumed', `${id}, stretched to another scale`, error);
}
