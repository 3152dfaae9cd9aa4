import type { CustomerWording } from 'overdeliver/english';
import { type Call, judged, type Report } from '../call';
import { hostileValues } from '../hostile';
import { withOneMutated } from '../one-leaf';
import type { Random } from '../random';
import { date, later } from '../recipes/pieces';

/** Says something of each kind: sensible, mutated, hostile. */
export function driveWording(code: string, say: CustomerWording, r: Random, report: Report): void {
  const from = date(r);
  const due = later(from, r.pick([0, r.real(0, 30), r.real(0, 9000)]));
  const amount = r.pick([0, 0.1, 499, r.real(0, 1e6), 1e300]);
  const unit = r.pick(['minutes', 'hours', 'open-hours', 'business-days', 'weeks', 'km']);
  const asOf = r.flip() ? [from] : [];
  const args: Readonly<Record<keyof CustomerWording, readonly unknown[]>> = {
    byDay: [due, ...asOf],
    byTime: [due, ...asOf],
    betweenDays: [{ from, to: due }, ...asOf],
    betweenTimes: [{ from, to: due }, ...asOf],
    within: [r.flip() ? { promise: amount, unit } : { from: 0, to: amount, unit }],
    atMost: [amount],
    betweenAmounts: [{ from: 0, to: amount }],
  };
  for (const name of Object.keys(args) as (keyof CustomerWording)[]) {
    const asked = r.pick([
      args[name],
      withOneMutated(args[name], r),
      [r.pick(hostileValues)(), ...args[name].slice(1)],
    ]);
    const run = say[name] as Call['run'];
    judged({ name: `wording.${name}`, code: `${code}.${name}`, run, args: () => asked }, report);
  }
}
