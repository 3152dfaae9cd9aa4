import { type LivePromiser, reviveLivePromiser } from 'overdeliver';
import { type Call, judged, type Report } from '../call';
import { hostileValues } from '../hostile';
import { withOneMutated } from '../one-leaf';
import type { Random } from '../random';
import { show } from '../show';
import { driveCapability } from './capability';

export type RoundingOption = NonNullable<Parameters<typeof reviveLivePromiser>[1]>;

/** Plays a stream of orders, some of them hostile; what is refused must leave no trace. */
export function drivePromiser(
  made: string,
  promiser: LivePromiser,
  rounding: RoundingOption,
  r: Random,
  report: Report,
): void {
  const played: string[] = [];
  let at = promiser.now()?.getTime() ?? Date.UTC(2026, 0, 1);
  const under: string[] = JSON.parse(JSON.stringify(promiser)).data.orders.ids;
  const ask = (method: keyof LivePromiser, event: unknown) => {
    const args = r.flip(0.1)
      ? withOneMutated([event], r)
      : r.flip(0.03)
        ? [r.pick(hostileValues)()]
        : [event];
    const code = `${made}${played.map((one) => `; .${one}`).join('')}; .${method}`;
    const before = JSON.stringify(promiser);
    const call = {
      name: `promiser.${method}`,
      code,
      run: promiser[method] as Call['run'],
      args: () => args,
    };
    const result = judged(call, report);
    if (result) played.push(`${method}(${show(args).slice(1, -1)})`);
    else if (JSON.stringify(promiser) !== before) {
      report.fails({
        name: call.name,
        kind: 'law broken',
        what: 'a refused event changed it',
        call: `${code}(${show(args)})`,
      });
    }
    return result;
  };
  const events = r.pick([3, 12, 60]);
  for (let i = 0; i < events; i++) {
    at += Math.floor(r.real(0, 3_600_000) * r.pick([0, 0.01, 1, 30]));
    // Some come late.
    const when = new Date(at - r.pick([0, 0, 0, 0, 30_000]));
    const given = {
      at: when,
      ...r.some({
        group: r.pick(['', 'a', 'b']),
        estimate: r.real(0.1, 90),
        features: r.some({ price: r.pick([0, -1, 1e9, r.real(0, 90)]), items: r.int(1, 5) }),
      }),
    };
    const id = under[r.int(0, Math.max(0, under.length - 1))];
    const end =
      id === undefined ? null : r.pick(['finish', 'finish', 'cancel', 'lose', null] as const);
    if (end && id !== undefined) {
      if (ask(end, { id, at: when })) under.splice(under.indexOf(id), 1);
    } else if (r.flip(0.8)) {
      if (ask('start', { id: `n-${i}`, ...given })) under.push(`n-${i}`);
    } else ask('quote', { ...given, ...r.some({ keepRate: r.real(0.1, 0.9) }) });
  }
  const asked = { at: promiser.now() ?? new Date(at), ...r.some({ group: 'a' }) };
  const capability = ask('capability', asked);
  const code = `${made}${played.map((one) => `; .${one}`).join('')}`;
  if (capability) driveCapability(code, capability.value as never, r, report);
  judgeRevived(code, promiser, rounding, asked, report);
}

function judgeRevived(
  code: string,
  promiser: LivePromiser,
  rounding: RoundingOption,
  asked: { at: Date },
  report: Report,
) {
  const text = JSON.stringify(promiser);
  const run = () => reviveLivePromiser(JSON.parse(text), rounding);
  const back = judged(
    { name: 'reviveLivePromiser', code: `revived: ${code}`, run, args: () => [] },
    report,
  );
  const same = back && quoteOf(back.value as LivePromiser, asked) === quoteOf(promiser, asked);
  if (same && JSON.stringify(back.value) === text) return;
  const what = back ? 'revived, it goes on otherwise' : 'its own JSON is refused';
  report.fails({ name: 'promiser', kind: 'law broken', what, call: code });
}

/** As text; an answer that is refused, since a rounding went wrong, is one too. */
function quoteOf(promiser: LivePromiser, asked: { at: Date }): string {
  try {
    return JSON.stringify(promiser.quote(asked));
  } catch (error) {
    return String(error);
  }
}
