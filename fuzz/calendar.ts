import { parseArgs } from 'node:util';
import { uniforms } from '../bench/uniforms';
import { type Check, differs, dueDates, durations, localTimes } from './calendar/checks';
import { type Clock, clockIn } from './calendar/clock';
import { sceneOf } from './calendar/scene';
import { awkward } from './calendar/zones';

/**
 * Due dates, durations and local times against someone who looks at the clocks of 41 awkward zones minute by minute and asks
 * nothing but Intl.DateTimeFormat what they show: around changes of clocks and at any other time from 1900 to 2100.
 * `npm run fuzz:calendar -- --seed 1 --checks 200000`. A difference ends in exit code 1.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    checks: { type: 'string', default: '200000' },
  },
});
const wanted = Number(values.checks);
const uniform = uniforms(Number(values.seed));

const clocks = awkward.map(([zone]) => clockIn(zone));
const anyOf = <T>(all: readonly T[]) => all[Math.floor(all.length * uniform())] as T;
const [first, last] = [Date.UTC(1900, 2, 15), Date.UTC(2100, 9, 1)];
const anyDate = () => first + Math.floor(((last - first) * uniform()) / 60_000) * 60_000;
const changeOf = ({ changes }: Clock) => anyOf(changes.filter((at) => at > first && at < last));

/** Changes that are always gone through, then those that are drawn, three in four around a change. */
function* places(): Generator<readonly [Clock, number]> {
  for (const [i, [, ...changes]] of awkward.entries())
    for (const change of changes) yield [clocks[i] as Clock, Date.parse(change)];
  for (;;) {
    for (const clock of clocks) {
      const change = changeOf(clock);
      yield [clock, change === undefined || uniform() < 0.25 ? anyDate() : change];
    }
  }
}

const counts = new Map<string, { checks: number; different: Check[] }>();
let checks = 0;
let outside = 0;

function take(check: Check) {
  if (check.seen === null) {
    outside++;
    return;
  }
  checks++;
  const count = counts.get(check.kind.split(',')[0] as string) ?? { checks: 0, different: [] };
  counts.set(check.kind.split(',')[0] as string, count);
  count.checks++;
  if (differs(check)) count.different.push(check);
}

for (const [clock, around] of places()) {
  if (checks >= wanted) break;
  const other = uniform() < 0.4 ? clock : anyOf(clocks);
  const scene = sceneOf([clock, other], around, uniform() < 0.3, uniform);
  for (let i = 0; i < 5; i++) {
    const way = scene.way();
    for (const of of [dueDates, durations, localTimes])
      for (const check of of(scene, way)) take(check);
  }
}

const different = [...counts.values()].flatMap((count) => count.different);
const kinds = new Map<string, Check[]>();
for (const check of different) kinds.set(check.kind, [...(kinds.get(check.kind) ?? []), check]);
for (const [kind, all] of kinds) {
  const zones = new Set(all.map(({ zone }) => zone));
  const [{ call, said, seen }] = all as [Check];
  console.log(`\n${kind}: ${all.length} differences, in ${[...zones].join(', ')}`);
  console.log(`  ${JSON.stringify(call)}\n  said ${said}, seen ${seen}`);
}
for (const [name, count] of counts)
  console.log(`${name}: ${count.checks} checks, ${count.different.length} differences`);
console.log(
  `${checks} checks in ${clocks.length} zones, ${different.length} differences; ${outside} more had their answer outside of what \
was looked at`,
);
process.exit(different.length > 0 || checks < wanted ? 1 : 0);
