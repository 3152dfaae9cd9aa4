import { isOverdeliverError, PolicyFailedError } from '../input/errors';
import { isPromise, Refusal, refuse, refuseName, refusePromise } from '../input/refusal';
import type { OrderEnd, PolicyRun, PolicySetting, PromisePolicy, StartedOrder } from './policy';

/** A policy that takes part in a run, by its name and its place in the options. */
export interface Entrant {
  readonly name: string;
  readonly path: string;
  readonly keepRate: number;
  readonly quote: (order: StartedOrder) => number | null;
  readonly start: ((order: StartedOrder, quote: number | null) => void) | null;
  readonly end: ((order: StartedOrder, end: OrderEnd) => void) | null;
}

const uncalled = 'a policy: call what makes one, as in quotesFromHistory()';

/** Whether a function of this module that makes policies took the setting for its options. */
const isAboutSetting = (error: unknown) =>
  isOverdeliverError(error) &&
  error.function.startsWith('quotesFrom') &&
  error.path === 'options.unit';

const parts = ['quote', 'start', 'end'];

/** Starts a policy; what it throws is passed on with its name and that of the order. */
export function enter(
  name: string,
  path: string,
  policy: PromisePolicy,
  setting: PolicySetting,
): Entrant {
  const fails = (cause: unknown, order: StartedOrder | null): never => {
    throw new Refusal(path, (at) => new PolicyFailedError(at, name, order?.id ?? null, cause));
  };
  const made = guarded(
    () => policy(setting),
    (cause) => {
      if (isAboutSetting(cause)) refuse(path, policy, uncalled);
      return fails(cause, null);
    },
  );
  if (typeof made === 'function') refuse(path, policy, uncalled);
  if (typeof made !== 'object' || made === null) {
    refuse(
      `${path}()`,
      made,
      'an object with quote, as of () => ({ quote: () => 4 })',
      'wrong-type',
    );
  }
  if (isPromise(made)) refusePromise(path, made, 'a policy that returns its functions');
  const run = guarded(
    () => ({ ...made }),
    (cause) => fails(cause, null),
  );
  checkRun(run, path);
  const { quote, start, end } = run;
  const told =
    <What>(part: 'start' | 'end', tell: (order: StartedOrder, what: What) => unknown) =>
    (order: StartedOrder, what: What): void => {
      let answer: unknown;
      try {
        answer = tell(order, what);
      } catch (cause) {
        fails(cause, order);
      }
      checkDone(answer, `${path}().${part}`, order);
    };
  return {
    name,
    path,
    keepRate: setting.keepRate,
    quote(order) {
      let quoted: unknown;
      try {
        quoted = quote(order);
      } catch (cause) {
        return fails(cause, order);
      }
      if (quoted === null) return null;
      if (typeof quoted === 'number' && quoted >= 0 && quoted < Infinity) return quoted;
      if (isPromise(quoted)) {
        refusePromise(`${path}().quote`, quoted, `a function that answers for order ${order.id}`);
      }
      const text = `a quote of at least 0 ${setting.unit} for order ${order.id}, or null for no promise`;
      return refuse(path, quoted, text, typeof quoted === 'number' ? 'out-of-range' : 'wrong-type');
    },
    start: start ? told('start', start) : null,
    end: end ? told('end', end) : null,
  };
}

function guarded<T>(make: () => T, fails: (cause: unknown) => never): T {
  try {
    return make();
  } catch (cause) {
    return fails(cause);
  }
}

/** What a policy is told it must have taken in before the next order starts. */
function checkDone(answer: unknown, path: string, { id }: StartedOrder): void {
  if (isPromise(answer)) refusePromise(path, answer, `a function that is done with order ${id}`);
}

/** A run is looked at once, when it begins. */
function checkRun(run: PolicyRun, path: string): void {
  const given: Readonly<Record<string, unknown>> = { ...run };
  for (const name of Object.keys(given)) {
    if (!parts.includes(name)) {
      refuseName(`${path}().${name}`, given[name], `one of ${parts.join(', ')}`);
    }
    const part = given[name];
    if (typeof part === 'function' || part === undefined) continue;
    refuse(`${path}().${name}`, part, 'a function', 'wrong-type');
  }
  if (given.quote === undefined) {
    refuse(`${path}().quote`, undefined, 'a function from an order to its quote', 'missing');
  }
}
