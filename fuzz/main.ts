import { parseArgs } from 'node:util';
import { grouped } from './failure';
import { watch } from './watch';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string' },
    cases: { type: 'string' },
    case: { type: 'string' },
    only: { type: 'string', default: '' },
    without: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
const from = Number(values.case ?? 0);
const to = from + Number(values.cases ?? (values.case === undefined ? 2 ** 29 : 1));
// So many cases are the same ones on any machine, however long they take.
const seconds = Number(values.seconds ?? (values.cases === undefined ? 60 : Infinity));
const names = (list: string) => list.split(',').filter((name) => name !== '');

const { failures, calls, cases, valid } = await watch({
  seed,
  from,
  to,
  only: names(values.only),
  without: names(values.without),
  until: Date.now() + seconds * 1000,
});

const groups = grouped(failures);
for (const group of groups) {
  const [{ name, kind, what, call, index }] = group as [(typeof group)[number]];
  const again = `npm run fuzz -- --seed ${seed} --case ${index}`;
  console.log(
    `\n${name}: ${kind}: ${what} (${group.length} times)\n  ${call.slice(0, 1500)}\n  ${again}`,
  );
}
const useless = [...valid].filter(([, { worked, of }]) => of >= 20 && worked === 0);
for (const [name, { of }] of useless) {
  console.log(`\n${name}: none of ${of} valid arguments was answered: mend its recipe`);
}
console.log(
  `\n${cases} cases, ${calls} calls of ${valid.size} functions: ${groups.length} kinds of failure`,
);
// At once: a worker that hangs in the engine itself cannot be ended otherwise.
process.exit(groups.length + useless.length > 0 || calls === 0 ? 1 : 0);
