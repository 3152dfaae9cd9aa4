import { adjustParameters, type ParameterSet } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { surveyIntentions, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { mixedSatisfaction, outcomeDefaults } from 'overdeliver/satisfaction';
import { simulationDefaults, type World } from 'overdeliver/simulation';

/** The sets of a world that gives none, for a capability that is not in days. */
export const usualModels: Readonly<Record<string, ParameterSet>> = {
  expectation: expectationDefaults,
  satisfaction: mixedSatisfaction,
  outcome: outcomeDefaults,
  intention: surveyIntentions,
  wordOfMouth: wordOfMouthDefaults,
};

const moved = <Set extends ParameterSet>(set: Set, name: string, value: number): Set =>
  adjustParameters<Set>(set, 'test/moved', { [name]: value } as never);

/** The world that gives one of its numbers itself, named as in results. */
export function withNumber(world: World, path: string, value: number): World {
  const [root = '', part = '', ...rest] = path.split('.');
  if (root === 'parameters')
    return { ...world, parameters: moved(world.parameters ?? simulationDefaults, part, value) };
  if (root === 'order') return { ...world, order: { ...world.order, [part]: value } };
  if (root !== 'models') return { ...world, [root]: value };
  const models: Readonly<Record<string, ParameterSet | undefined>> = { ...world.models };
  const set = models[part] ?? (usualModels[part] as ParameterSet);
  return { ...world, models: { ...models, [part]: moved(set, rest.join('.'), value) } };
}
