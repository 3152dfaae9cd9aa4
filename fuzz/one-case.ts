import { deepFreeze } from '../test/core/deep-freeze';
import { type Call, judged, type Report } from './call';
import { drive } from './drive/drive';
import { hostileValues } from './hostile';
import { withOneMutated } from './one-leaf';
import { type Random, random } from './random';
import type { Target } from './rooms';
import { show } from './show';

const kindOf = ({ isClass, isSchema }: Target) => ({ isClass, isSchema });

const allWays = ['valid', 'hostile', 'mutated', 'mutated'] as const;
const asMade = ['valid'] as const;

/** Runs case number `index` of a seed: a function in turn, and what its seed makes of its arguments. */
export function runCase(targets: readonly Target[], seed: number, index: number, report: Report) {
  const target = targets[index % targets.length] as Target;
  const start = (seed % 2 ** 20) * 2 ** 32 + index;
  const ways = target.isClass ? asMade : allWays;
  const way = random(start).pick(ways);
  const fresh = () => random(start + 2 ** 31);
  const valid = () => target.recipe(fresh());
  const args: () => readonly unknown[] =
    way === 'valid'
      ? valid
      : way === 'hostile'
        ? () => withOneHostile(target.recipe(fresh()), random(start + 2 ** 30))
        : () => mutatedArgs(target.recipe(fresh()), random(start + 2 ** 30));
  const call: Call = {
    name: target.name,
    code: target.name,
    run: target.run,
    args,
    ...kindOf(target),
  };
  const result = judged(call, report);
  if (way === 'valid' && !target.isClass) judgeFrozen(call, result, report);
  if (result) drive(target, call, result.value, random(start + 2 ** 29), report);
  return { target, way, worked: result !== null };
}

function withOneHostile(args: readonly unknown[], r: Random): readonly unknown[] {
  // One more place than there are arguments: options that were left out.
  const place = r.int(0, args.length);
  const all = place === args.length ? [...args, undefined] : [...args];
  all[place] = r.pick(hostileValues)();
  return all;
}

const mutatedArgs = (args: readonly unknown[], r: Random) =>
  args.length === 0 ? args : withOneMutated(args, r);

/** Frozen input is answered alike. */
function judgeFrozen(call: Call, result: { readonly value: unknown } | null, report: Report): void {
  const frozen = judged({ ...call, args: () => deepFreeze(call.args()) }, report);
  const [plain, other] = [result, frozen].map((one) => (one ? answer(one.value) : 'an error'));
  if (plain === other) return;
  const what = 'another answer to the same input, frozen';
  report.fails({
    name: call.name,
    kind: 'frozen input differs',
    what,
    call: `${call.code}(${show(call.args())})`,
  });
}

function answer(value: unknown): string {
  const { toJSON } = Object(value) as { readonly toJSON?: unknown };
  return show(typeof toJSON === 'function' ? JSON.parse(JSON.stringify(value)) : value);
}
