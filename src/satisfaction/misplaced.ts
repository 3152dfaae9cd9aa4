import { refuse } from '../input/refusal';

/** What goes to another function than the one it was given to, by its shape, and what to do with it. */
const shapes = {
  expectation: {
    has: ['predicted', 'stage'],
    hint: 'an Expectation goes to judgeOutcome, with what was perceived',
  },
  levels: {
    has: ['expected', 'perceived'],
    hint: 'two levels, { expected, perceived }, go to predictSatisfaction',
  },
  delivery: {
    has: ['promised', 'actual'],
    hint: '{ promised, actual } goes to judgePromise, or with its unit to predictSatisfaction',
  },
  fit: { has: ['model', 'inSample'], hint: 'a fit has it as its `model`' },
  recalibration: { has: ['model', 'scale'], hint: 'a recalibration has it as its `model`' },
  json: { has: ['kind', 'version'], hint: 'reviveCapability makes a capability of its JSON' },
} as const;

/** Refuses a value that has the shape of something else, and says where that goes. */
export function refuseMisplaced(
  path: string,
  value: unknown,
  wanted: string,
  others: readonly (keyof typeof shapes)[],
): void {
  if (typeof value !== 'object' || value === null) return;
  const found = others.find((name) => shapes[name].has.every((field) => field in value));
  if (found !== undefined) refuse(path, value, `${wanted}; ${shapes[found].hint}`, 'wrong-type');
}
