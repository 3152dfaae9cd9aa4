import { type Capability, reviveCapability } from 'overdeliver';
import { brokenLaw } from '../../test/capability/laws';
import { type Call, judged, type Report } from '../call';
import { hostileValues } from '../hostile';
import type { Random } from '../random';
import { allSources } from '../recipes/capability';

const methods = ['quantile', 'chance', 'expectedOvershoot', 'remaining'] as const;

/** Asks a capability all it can be asked, with numbers it may be asked about and with hostile ones. */
export function driveCapability(
  code: string,
  capability: Capability,
  r: Random,
  report: Report,
  depth = 1,
): void {
  const ask = (method: string, run: unknown, args: readonly unknown[]) =>
    judged(
      {
        name: `capability.${method}`,
        code: `${code}.${method}`,
        run: run as Call['run'],
        args: () => args,
      },
      report,
    );
  ask('mean', capability.mean, []);
  const json = ask('toJSON', capability.toJSON, []);
  for (const method of methods) {
    const asked = [
      r.real(0, 1),
      r.pick([0, 1, -1, 1e-9, 1e308, 5e-324]),
      r.real(0, 60),
      r.pick(hostileValues)(),
    ];
    for (const x of asked) ask(method, capability[method], [x]);
  }
  if (capability.ranks) {
    ask('ranks.byRank', capability.ranks.byRank, [
      r.pick([1, 0, capability.ranks.n, 1.5, Number.NaN]),
    ]);
    ask('ranks.kept', capability.ranks.kept, [r.pick([r.real(0, 60), Number.NaN, '5'])]);
  }
  const broken = brokenLaw(capability);
  if (broken) report.fails({ name: 'capability', kind: 'law broken', what: broken, call: code });
  if (json && depth > 0) {
    const back = reviveJudged(code, capability, report);
    if (back) driveRemaining(code, back, r, report);
  }
}

/** What comes back from its JSON answers alike. */
function reviveJudged(code: string, capability: Capability, report: Report): Capability | null {
  const json = JSON.parse(JSON.stringify(capability));
  const run = () => reviveCapability(json, allSources);
  const revived = judged(
    { name: 'reviveCapability', code: `revived: ${code}`, run, args: () => [] },
    report,
  );
  if (!revived) {
    report.fails({
      name: 'capability',
      kind: 'law broken',
      what: 'its own JSON is refused',
      call: code,
    });
    return null;
  }
  const same = [0.1, 0.5, 0.9].every((p) =>
    Object.is(answer(capability, p), answer(revived.value as Capability, p)),
  );
  if (!same)
    report.fails({
      name: 'capability',
      kind: 'law broken',
      what: 'revived, it answers otherwise',
      call: code,
    });
  return revived.value as Capability;
}

function answer(capability: Capability, p: number): number | null {
  try {
    return capability.quantile(p);
  } catch {
    return null;
  }
}

function driveRemaining(code: string, capability: Capability, r: Random, report: Report): void {
  try {
    const elapsed = capability.quantile(0.3);
    driveCapability(`${code}.remaining(${elapsed})`, capability.remaining(elapsed), r, report, 0);
  } catch {
    // What cannot be asked was judged above.
  }
}
