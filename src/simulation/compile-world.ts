import type { Capability } from '../capability/capability';
import type { NumbersRead } from '../core/input';
import { dayMs, unitMs } from '../core/time-units';
import type { ExpectationNumbers } from '../expectation/parameters';
import type { Signals } from '../expectation/signals';
import { type Stage, stageNames } from '../expectation/stages';
import type { Weighting } from '../expectation/weighting';
import { notIdentified, refuse } from '../input/refusal';
import type { Intention, surveyIntentions } from '../loyalty/intention-model';
import type { IntentionWeights } from '../loyalty/intention-rows';
import type { wordOfMouthDefaults } from '../loyalty/word-of-mouth-model';
import type { Attraction } from '../promise/attraction';
import { type CompiledModel, sharedUtilities } from '../satisfaction/compile';
import type { outcomeDefaults } from '../satisfaction/noticeable';
import type { DimensionUtility } from '../satisfaction/utility';
import type { SimulationNumbers, simulationDefaults } from './parameters';
import type { OrderEconomics, World } from './world';

/** A world as it was read. */
export interface GivenWorld extends Omit<World, 'parameters' | 'models'> {
  readonly parameters: NumbersRead<keyof typeof simulationDefaults.parameters>;
}

/** The models of a world, none left out. */
export interface Models {
  readonly expectation: Weighting['parameters'];
  readonly satisfaction: CompiledModel;
  readonly outcome: NumbersRead<keyof typeof outcomeDefaults.parameters>;
  readonly intention: NumbersRead<keyof typeof surveyIntentions.parameters>;
  readonly wordOfMouth: NumbersRead<keyof typeof wordOfMouthDefaults.parameters>;
}

/** A world with nothing left out, its models ready for the arithmetic. */
export interface WorldRead {
  /** What it was made of. */
  readonly given: GivenWorld;
  readonly models: Models;
  readonly capability: Capability;
  readonly attraction: Attraction;
  readonly order: Readonly<Record<keyof OrderEconomics, number>>;
  /** How many customers there are at each stage, by its place in `stageNames`. */
  readonly counts: readonly number[];
  readonly days: number;
  readonly seed: number;
  readonly replications: number;
  readonly signals: Signals;
  readonly usual: number;
  readonly daysPerUnit: number;
  readonly numbers: SimulationNumbers;
  readonly expectation: ExpectationNumbers;
  readonly weighting: Weighting;
  readonly outcome: Readonly<Record<keyof typeof outcomeDefaults.parameters, number>>;
  readonly repurchase: IntentionWeights;
  readonly wordOfMouth: Readonly<Record<keyof typeof wordOfMouthDefaults.parameters, number>>;
  /** The utility of a time promised and taken, and the thresholds of the answers. */
  readonly time: DimensionUtility;
  readonly thresholds: Float64Array;
  /** The name of that time in the model. */
  readonly timeName: string;
}

/** Takes what was read of a world to where it is used. */
export function compileWorld(given: GivenWorld, models: Models): WorldRead {
  const { capability, order, customers, signals = {}, replications = 10 } = given;
  checkCapability(capability);
  checkUnit(given);
  const { satisfaction, expectation } = models;
  const world: WorldRead = {
    given,
    models,
    capability,
    attraction: given.attraction,
    order: { ...order, perUnitLate: order.perUnitLate ?? 0, perBroken: order.perBroken ?? 0 },
    counts: stageNames.map((stage) => countOf(customers, stage)),
    days: given.days,
    seed: given.seed,
    replications,
    signals,
    usual: given.usual ?? capability.quantile(0.5),
    daysPerUnit: given.daysPerUnit ?? daysIn(capability.unit),
    numbers: given.parameters.numbers,
    expectation: expectation.numbers,
    weighting: { parameters: expectation },
    outcome: models.outcome.numbers,
    repurchase: weightsOf('repurchase', models.intention.numbers),
    wordOfMouth: models.wordOfMouth.numbers,
    ...timeOf(satisfaction, capability.unit),
    thresholds: satisfaction.thresholds,
  };
  if (!(world.usual > 0)) {
    refuse(
      'world.usual',
      given.usual,
      'a time above 0, since half of the deliveries take none',
      'missing',
    );
  }
  return world;
}

function checkCapability({ better, identified, identifiedFrom }: Capability): void {
  if (better === 'higher') {
    refuse('world.capability.better', better, 'lower: a time until delivery', 'unit-mismatch');
  }
  // Every order takes its time, the longest ones too.
  if (identified < 1) notIdentified('world.capability', 1, identified, identifiedFrom);
  if (identifiedFrom > 0) notIdentified('world.capability', 0, identified, identifiedFrom);
}

function checkUnit({ capability, attraction: { unit } }: GivenWorld): void {
  if (unit === undefined || unit === capability.unit) return;
  const expected = `a capability in ${unit}, which the attraction counts in, or an attraction for ${capability.unit}`;
  refuse('world.capability.unit', capability.unit, expected, 'unit-mismatch');
}

const countOf = (customers: GivenWorld['customers'], stage: Stage) =>
  typeof customers === 'number'
    ? stage === 'never-used'
      ? customers
      : 0
    : (customers[stage] ?? 0);

function daysIn(unit: string): number {
  // Five of the seven days of a week.
  if (unit === 'business-days') return 7 / 5;
  const ms = unit === 'minutes' || unit === 'hours' || unit === 'days' ? unitMs[unit] : undefined;
  if (ms !== undefined) return ms / dayMs;
  return refuse(
    'world.daysPerUnit',
    undefined,
    `the days in a unit of ${unit}, such as 7 / 40 where 40 of them make a week`,
    'missing',
  );
}

/** The coefficients of one intention. */
function weightsOf(
  intention: Intention,
  numbers: Readonly<Record<keyof typeof surveyIntentions.parameters, number>>,
): IntentionWeights {
  return {
    base: numbers[`${intention}.base`],
    satisfaction: numbers[`${intention}.satisfaction`],
    below: numbers[`${intention}.below`],
    exceeded: numbers[`${intention}.exceeded`],
    longTerm: numbers[`${intention}.longTerm`],
  };
}

/** The utility of a promised time in a model that judges by that alone, or may. */
function timeOf(
  compiled: CompiledModel,
  unit: string,
): { readonly time: DimensionUtility; readonly timeName: string } {
  const { dimensions, partial = false, covariates = {}, id } = compiled.model;
  const path = 'world.models.satisfaction';
  const names = Object.keys(dimensions);
  const times = Object.entries(dimensions).filter(([, { kind }]) => kind === 'time');
  const [only, ...more] = times;
  if (only === undefined || more.length > 0 || (names.length > 1 && !partial)) {
    const expected = 'a model that judges by one time alone';
    refuse(`${path}.dimensions`, names.join(', '), expected, 'unit-mismatch');
  }
  if (Object.keys(covariates).length > 0) {
    refuse(`${path}.covariates`, covariates, 'a model without covariates', 'unit-mismatch');
  }
  const [name, { unit: spoken }] = only;
  if (spoken !== 'percent' && spoken !== unit) {
    const expected = `a capability in ${spoken}, which ${id} speaks of, or a model in percent`;
    refuse('world.capability.unit', unit, expected, 'unit-mismatch');
  }
  const [time] = sharedUtilities(compiled, [{ name }], path);
  return { time: time as DimensionUtility, timeName: name };
}
