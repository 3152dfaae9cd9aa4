import { planFor, simulationSteps, type World } from 'overdeliver/simulation';
import { refusal } from '../core/refusal';
import { market } from './given';

const policies = { margin: planFor(0.9) };
/** What is said of a world that differs from the market. */
export const refused = (change: object) => {
  const { code, path, value, expected } = refusal(() =>
    simulationSteps({ ...market, ...change } as World, { policies }),
  );
  return { code, path, value, expected };
};
/** Reads a world without playing it. */
export const isTaken = (change: object) =>
  typeof simulationSteps({ ...market, ...change } as World, { policies }).next === 'function';
