import type { PromisePlan } from 'overdeliver/promise';
import { asResult } from '../shared/numbers';
import type { PromiseSettings } from './settings';

/** The call that gives a plan, with its true result. */
export function promiseCode(
  numbers: readonly number[],
  settings: PromiseSettings,
  plan: PromisePlan,
): string {
  const { unit, keepRate, multipleOf, guarantee, confidence } = settings;
  const planner = guarantee === 'all' ? 'planByTolerance' : 'planPromise';
  const main = [
    'capabilityFromSamples',
    ...(guarantee === 'all' ? [] : ['planPromise']),
    ...(multipleOf > 0 ? ['toMultipleOf'] : []),
  ];
  const options = [
    `keepRate: ${keepRate}`,
    ...(guarantee === 'all' ? [`confidence: ${confidence}`] : []),
    ...(guarantee === 'best' ? ['bestEffort: true'] : []),
    ...(multipleOf > 0 ? [`round: toMultipleOf(${multipleOf})`] : []),
  ];
  return [
    `import { ${main.join(', ')} } from 'overdeliver';`,
    ...(guarantee === 'all' ? [`import { planByTolerance } from 'overdeliver/promise';`] : []),
    '',
    `const durations = [${wrapped(numbers)}];`,
    `const capability = capabilityFromSamples(durations, { unit: '${unit}' });`,
    `const plan = ${planner}(capability, { ${options.join(', ')} });`,
    `plan.promise; // => ${asResult(plan.promise)}`,
    `plan.typical; // => ${asResult(plan.typical)}`,
    `plan.chance.estimate; // => ${asResult(plan.chance.estimate)}`,
  ].join('\n');
}

/** Numbers with commas, over lines of ten where they are many. */
function wrapped(numbers: readonly number[]): string {
  const texts = numbers.map(String);
  if (texts.join(', ').length < 70) return texts.join(', ');
  const lines: string[] = [];
  for (let i = 0; i < texts.length; i += 10) lines.push(`  ${texts.slice(i, i + 10).join(', ')},`);
  return `\n${lines.join('\n')}\n`;
}
