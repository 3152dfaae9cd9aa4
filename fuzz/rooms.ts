import { existsSync, readdirSync } from 'node:fs';
import type { Random } from './random';
import { backtest, backtestReturned } from './recipes/backtest';
import { calendar } from './recipes/calendar';
import { capability, capabilityReturned } from './recipes/capability';
import { chart } from './recipes/chart';
import { core } from './recipes/core';
import { english } from './recipes/english';
import { expectation } from './recipes/expectation';
import { journey } from './recipes/journey';
import { ledger, ledgerReturned } from './recipes/ledger';
import { lifetime } from './recipes/lifetime';
import { live } from './recipes/live';
import { loyalty, loyaltyReturned } from './recipes/loyalty';
import { promise, promiseReturned } from './recipes/promise';
import { response } from './recipes/response';
import { satisfaction } from './recipes/satisfaction';
import { simulation, simulationReturned } from './recipes/simulation';
import { sql } from './recipes/sql';
import { survey } from './recipes/survey';

type Recipe = (r: Random) => readonly unknown[];
type RoomRecipes = Readonly<Record<string, Recipe>>;

const recipes: Readonly<Record<string, RoomRecipes>> = {
  backtest,
  calendar,
  capability,
  chart,
  core,
  english,
  expectation,
  journey,
  ledger,
  lifetime,
  live,
  loyalty,
  promise,
  response,
  satisfaction,
  simulation,
  sql,
  survey,
};
const returned: RoomRecipes = {
  ...backtestReturned,
  ...capabilityReturned,
  ...ledgerReturned,
  ...loyaltyReturned,
  ...promiseReturned,
  ...simulationReturned,
};

/** A function that is fuzzed. */
export interface Target {
  readonly room: string;
  readonly name: string;
  readonly run: (...args: readonly never[]) => unknown;
  readonly recipe: Recipe;
  /** Whether it is a class: errors are made by us alone, of any value that was found. */
  readonly isClass: boolean;
  readonly isSchema: boolean;
  /** Arguments of the function that it gives, if it gives one. */
  readonly returned: Recipe | undefined;
}

/** Every function, class and schema that a room exports, with its recipe; throws where one lacks it. */
export async function targets(): Promise<readonly Target[]> {
  const rooms = readdirSync('src').filter((name) => existsSync(`src/${name}/index.ts`));
  const found = await Promise.all(
    rooms.map(async (room) => targetsOf(room, await import(`../src/${room}/index.ts`))),
  );
  return found.flat();
}

function targetsOf(room: string, exports: Readonly<Record<string, unknown>>): readonly Target[] {
  const own = recipes[room] ?? {};
  const stale = Object.keys(own).filter((name) => !(name in exports));
  if (stale.length > 0)
    throw new Error(`fuzz/recipes/${room}.ts has recipes for what is gone: ${stale}`);
  return Object.entries(exports).flatMap(([name, value]) => {
    const run = runnerOf(value);
    if (run === null) return [];
    const recipe = own[name];
    const isClass = String(value).startsWith('class');
    if (recipe)
      return [
        {
          room,
          name,
          run,
          recipe,
          isClass,
          isSchema: typeof value !== 'function',
          returned: returned[name],
        },
      ];
    throw new Error(
      `${name} has no valid arguments to start from: add a recipe to fuzz/recipes/${room}.ts`,
    );
  });
}

function runnerOf(value: unknown): Target['run'] | null {
  if (typeof value === 'function') {
    const isClass = String(value).startsWith('class');
    return isClass ? (...args) => Reflect.construct(value, args) : (value as Target['run']);
  }
  const { safeParse } = Object(value) as { readonly safeParse?: Target['run'] };
  return safeParse ?? null;
}
