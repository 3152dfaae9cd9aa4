import * as backtest from 'overdeliver/backtest';
import * as calendar from 'overdeliver/calendar';
import * as capability from 'overdeliver/capability';
import type { ParameterSet } from 'overdeliver/core';
import * as expectation from 'overdeliver/expectation';
import * as journey from 'overdeliver/journey';
import * as ledger from 'overdeliver/ledger';
import * as lifetime from 'overdeliver/lifetime';
import * as live from 'overdeliver/live';
import * as loyalty from 'overdeliver/loyalty';
import * as promise from 'overdeliver/promise';
import * as response from 'overdeliver/response';
import * as satisfaction from 'overdeliver/satisfaction';
import * as simulation from 'overdeliver/simulation';
import * as survey from 'overdeliver/survey';

/** All that the modules with parameters export, by name. */
export const exported: Readonly<Record<string, unknown>> = {
  ...backtest,
  ...calendar,
  ...capability,
  ...expectation,
  ...journey,
  ...ledger,
  ...lifetime,
  ...live,
  ...loyalty,
  ...promise,
  ...response,
  ...satisfaction,
  ...simulation,
  ...survey,
};

const isSet = (value: unknown): value is ParameterSet =>
  typeof value === 'object' && value !== null && 'id' in value && 'parameters' in value;

/** Every exported parameter set under the name it is exported by, by its id. */
export const parameterSets: readonly (readonly [name: string, set: ParameterSet])[] =
  Object.entries(exported)
    .flatMap(([name, value]) => (isSet(value) ? [[name, value] as const] : []))
    .sort(([, one], [, other]) => (one.id < other.id ? -1 : 1));
