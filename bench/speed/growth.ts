import { fittedExponent } from '../fitted-exponent';
import { type Bench, type Row, row } from '../report';
import { nameOf } from './growth/case';
import { growthCases } from './growth/cases';

/** One module alone after `--module calendar`. */
function run(args: readonly string[]): readonly Row[] {
  const only = args.includes('--module') ? args[args.indexOf('--module') + 1] : undefined;
  return Object.entries(growthCases).flatMap(([module, cases]) => {
    if (only !== undefined && only !== module) return [];
    process.stderr.write(`  ${module}\n`);
    return cases.map((one) => {
      const refused = one.refuses === undefined ? '' : `, which refuses ${one.refuses}`;
      const metric = `exponent of time from n to 8n${refused}`;
      return row('growth', `${nameOf(one)}, n = ${one.n}`, metric, fittedExponent(one.n, one.make));
    });
  });
}

export const growth: Bench = { room: 'growth', run };
