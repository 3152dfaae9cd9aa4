import type { Capability, Ledger, LivePromiser } from 'overdeliver';
import type { CustomerWording } from 'overdeliver/english';
import { type Call, judged, type Report } from '../call';
import { hostileValues } from '../hostile';
import { withOneMutated } from '../one-leaf';
import type { Random } from '../random';
import type { Target } from '../rooms';
import { show } from '../show';
import { driveCapability } from './capability';
import { driveLedger } from './ledger';
import { drivePromiser, type RoundingOption } from './promiser';
import { driveWording } from './wording';

/** Asks what was returned on: a capability, a ledger, a promiser, a function, a schema. */
export function drive(target: Target, call: Call, value: unknown, r: Random, report: Report): void {
  const { name } = target;
  const code = `${call.code}(${show(call.args()).slice(1, -1)})`;
  const has = (...methods: string[]) =>
    methods.every((method) => typeof Object(value)[method] === 'function');
  if (typeof value === 'function') driveFunction(target, code, value, r, report);
  else if (has('byDay', 'atMost')) driveWording(code, value as CustomerWording, r, report);
  else if (has('quantile', 'chance')) driveCapability(code, value as Capability, r, report);
  else if (has('start', 'finish')) {
    // Functions are not stored: the rounding comes along, wherever it was given.
    const [given, options = given] = call.args() as readonly RoundingOption[];
    const round = name === 'livePromiser' ? given?.round : options?.round;
    drivePromiser(code, value as LivePromiser, { round }, r, report);
  } else if (has('toJSON') && 'size' in Object(value)) driveLedger(code, value as Ledger, report);
  else if (has('safeParse'))
    askHostile(name, `${code}.safeParse`, Object(value).safeParse, r, report);
}

function driveFunction(
  { name, returned }: Target,
  code: string,
  value: object,
  r: Random,
  report: Report,
) {
  if (returned === undefined) {
    const what = 'gives a function: add what it takes to the returned recipes of its room';
    report.fails({ name, kind: 'recipe', what, call: code });
    return;
  }
  const args = returned(r);
  const asked = r.flip() ? withOneMutated(args, r) : args;
  const call = { name: `${name}()`, code, run: value as Call['run'], args: () => asked };
  const result = judged(call, report);
  const chance = Object(result?.value).chance;
  if (typeof chance === 'function') {
    const asCode = `${code}(${show(asked).slice(1, -1)})`;
    driveCapability(asCode, result?.value as Capability, r, report);
  }
}

function askHostile(name: string, code: string, run: Call['run'], r: Random, report: Report): void {
  for (let i = 0; i < 3; i++) {
    const asked = [r.pick(hostileValues)()];
    judged({ name: `${name}().safeParse`, code, run, isSchema: true, args: () => asked }, report);
  }
}
