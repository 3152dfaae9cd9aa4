import type { NumbersRead } from '../core/input';
import { assumed, type Parameter, type ParameterSet, withUsualRange } from '../core/parameters';
import { expectationDefaults } from '../expectation/parameters';
import { surveyIntentions } from '../loyalty/intention-model';
import { wordOfMouthDefaults } from '../loyalty/word-of-mouth-model';
import { compile } from '../satisfaction/compile';
import { outcomeDefaults } from '../satisfaction/noticeable';
import { thresholdNames } from '../satisfaction/parameter-names';
import { compileWorld, type Models, type WorldRead } from './compile-world';
import { simulationDefaults } from './parameters';

/** A number that a simulation goes by and that the world itself did not give, with its provenance. */
export interface SimulationNumber extends Parameter {
  /** Where in a world it is given, such as `parameters.needEveryDays` or `models.outcome.noticeablePoints`. */
  readonly path: string;
  /** The id of its parameter set; null for a number of the world's own. */
  readonly set: string | null;
}

/** Such a number, and the same world with another value for it; null where no model takes that. */
export interface OpenNumber {
  readonly number: SimulationNumber;
  /** How low and how high it may be, being what it is. */
  readonly ends: readonly [number, number];
  readonly at: (value: number) => WorldRead | null;
}

/** All numbers that decide something in a world and were not given by it alone. */
export function openNumbers(world: WorldRead): readonly OpenNumber[] {
  const { given, models } = world;
  const { expectation, outcome, intention, wordOfMouth } = models;
  const withModels = (changed: Partial<Models>) => compileWorld(given, { ...models, ...changed });
  const isUsed = new Set(expectationNames(world));
  return [
    ...ownNumbers(world),
    ...inSet('parameters', given.parameters, simulationDefaults, (parameters) =>
      compileWorld({ ...given, parameters }, models),
    ),
    ...inSet('models.expectation', expectation, expectationDefaults, (changed) =>
      withModels({ expectation: { ...expectation, ...changed } }),
    ).filter(({ number }) => isUsed.has(number.path)),
    ...satisfactionNumbers(world),
    ...inSet('models.outcome', outcome, outcomeDefaults, (changed) =>
      withModels({ outcome: changed }),
    ),
    ...inSet('models.intention', intention, surveyIntentions, (changed) =>
      withModels({ intention: changed }),
    ).filter(({ number }) => number.path.startsWith('models.intention.repurchase.')),
    ...inSet('models.wordOfMouth', wordOfMouth, wordOfMouthDefaults, (changed) =>
      withModels({ wordOfMouth: changed }),
    ),
  ];
}

/** The numbers of a set, each of which may be put elsewhere. */
function inSet<Name extends string>(
  path: string,
  { set, numbers }: NumbersRead<Name>,
  { parameters: usual }: ParameterSet<Name>,
  worldOf: (changed: NumbersRead<Name>) => WorldRead,
): readonly OpenNumber[] {
  return (Object.keys(numbers) as Name[]).map((name) => {
    const parameter = withUsualRange(set.parameters[name], usual[name]);
    return {
      number: { ...parameter, path: `${path}.${name}`, set: set.id },
      ends: signed(parameter),
      at: (value) => worldOf({ set, numbers: { ...numbers, [name]: value } }),
    };
  });
}

/** On its own side of 0: that a disappointment wins customers back is no way in which one may have assumed wrongly. */
function signed({ value, range: [low, high] }: Parameter): readonly [number, number] {
  return [value > 0 ? Math.max(0, low) : low, value < 0 ? Math.min(0, high) : high];
}

/** What the world may say itself, where it does not. */
function ownNumbers({ given, models, usual, daysPerUnit }: WorldRead): readonly OpenNumber[] {
  const { capability, order } = given;
  const { unit } = capability;
  const back = [0, order.revenue] as const;
  const own = (path: string, parameter: Parameter, change: (value: number) => object) => ({
    number: { ...parameter, path, set: null },
    ends: parameter.range,
    at: (value: number) => compileWorld({ ...given, ...change(value) }, models),
  });
  return [
    given.usual === undefined &&
      own(
        'usual',
        assumed(
          usual,
          unit,
          [usual / 2, usual * 2],
          "the market is as fast as the capability's median",
        ),
        (value) => ({ usual: value }),
      ),
    order.perUnitLate === undefined &&
      own(
        'order.perUnitLate',
        assumed(0, `currency per unit of ${unit}`, back, 'nothing is paid back for a late order'),
        (value) => ({ order: { ...order, perUnitLate: value } }),
      ),
    order.perBroken === undefined &&
      own(
        'order.perBroken',
        assumed(0, 'currency', back, 'nothing is paid back for a late order'),
        (value) => ({ order: { ...order, perBroken: value } }),
      ),
    given.daysPerUnit === undefined &&
      unit === 'business-days' &&
      own(
        'daysPerUnit',
        assumed(daysPerUnit, 'days', [1, 7], 'five business days a week'),
        (value) => ({ daysPerUnit: value }),
      ),
  ].filter((one) => one !== false);
}

/** Those numbers of the expectation that move the predicted level or the stage. */
function expectationNames({ given }: WorldRead): readonly string[] {
  const names = [
    ...['otherFactorShare', 'signalSd', 'experienceSd', 'informationSd', 'driftVariancePerDay'],
    ...['settlingInDays', 'minimumUses'],
    ...(given.signals?.price ? ['referencePriceLevel', 'priceExponent'] : []),
  ];
  return names.map((name) => `models.expectation.${name}`);
}

/** Those of the time that is judged, and the thresholds, which stay in their order. */
function satisfactionNumbers({ given, models, timeName }: WorldRead): readonly OpenNumber[] {
  const { model } = models.satisfaction;
  const thresholds = thresholdNames(model);
  // A time is judged alone, and once it is over.
  const idle = [`${timeName}.importance`, `${timeName}.stillWaiting`];
  const isUsed = (name: string) =>
    thresholds.includes(name) || (name.startsWith(`${timeName}.`) && !idle.includes(name));
  const set: ParameterSet = model;
  return Object.entries(set.parameters)
    .filter(([name]) => isUsed(name))
    .map(([name, parameter]) => ({
      number: { ...parameter, path: `models.satisfaction.${name}`, set: set.id },
      ends: thresholds.includes(name) ? parameter.range : signed(parameter),
      at(value) {
        const parameters = { ...set.parameters, [name]: { ...parameter, value } };
        const cuts = thresholds.map((threshold) => parameters[threshold]?.value as number);
        if (cuts.slice(1).some((cut, i) => cut <= (cuts[i] as number))) return null;
        return compileWorld(given, { ...models, satisfaction: compile({ ...model, parameters }) });
      },
    }));
}
