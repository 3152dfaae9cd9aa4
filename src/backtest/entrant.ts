import { PolicyFailedError } from '../input/errors';
import { Refusal, refuse } from '../input/refusal';
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
  const run = guarded(
    () => ({ ...policy(setting) }),
    (cause) => fails(cause, null),
  );
  checkRun(run, path);
  const { quote, start, end } = run;
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
      const text = `a quote of at least 0 ${setting.unit} for order ${order.id}, or null for no promise`;
      return refuse(path, quoted, text, typeof quoted === 'number' ? 'out-of-range' : 'wrong-type');
    },
    start: start
      ? (order, quoted) => {
          try {
            start(order, quoted);
          } catch (cause) {
            fails(cause, order);
          }
        }
      : null,
    end: end
      ? (order, ended) => {
          try {
            end(order, ended);
          } catch (cause) {
            fails(cause, order);
          }
        }
      : null,
  };
}

function guarded<T>(make: () => T, fails: (cause: unknown) => never): T {
  try {
    return make();
  } catch (cause) {
    return fails(cause);
  }
}

/** A run is looked at once, when it begins. */
function checkRun(run: PolicyRun, path: string): void {
  const given: Readonly<Record<string, unknown>> = { ...run };
  for (const name of Object.keys(given)) {
    if (!parts.includes(name)) {
      refuse(`${path}().${name}`, given[name], `one of ${parts.join(', ')}`, 'unknown-name');
    }
    const part = given[name];
    if (typeof part === 'function' || (name !== 'quote' && part === undefined)) continue;
    refuse(`${path}().${name}`, part, 'a function', 'wrong-type');
  }
  if (given.quote === undefined) {
    refuse(`${path}().quote`, undefined, 'a function from an order to its quote', 'missing');
  }
}
