/**
 * A dentist estimates what a crown will cost: the estimate to promise, an answer to a patient who hopes for less,
 * and what to do when a bill went over. Made-up numbers; run it with `npx tsx examples/dentist.ts`.
 */
import {
  capabilityFromSamples,
  planPromise,
  planRecovery,
  toMultipleOf,
  triageExpectation,
} from 'overdeliver';
import { inEnglish, promiseInEnglish } from 'overdeliver/english';
import { clock, percent, table } from './lib/show.ts';

const bills = [
  820, 790, 905, 860, 840, 1010, 780, 870, 930, 815, 850, 885, 960, 835, 800, 895, 845, 915, 875,
  1080,
];
const practice = capabilityFromSamples(bills, { unit: 'euros' });
const town = capabilityFromSamples(
  [760, 890, 940, 820, 1010, 870, 1120, 905, 850, 980, 930, 1050],
  { unit: 'euros' },
);

const estimate = planPromise(practice, { keepRate: 0.9, round: toMultipleOf(10) });
console.log(`The estimate\n  ${promiseInEnglish(estimate)}`);

const asOf = new Date('2026-03-27T18:30:00+01:00');
const day = ['08:00-12:00', '14:00-18:00'];
const calendar = {
  zone: 'Europe/Vienna',
  open: { monday: day, tuesday: day, thursday: day, friday: day },
};
const contact = { zone: 'Europe/Vienna', quiet: '20:00-09:00', calendar };

const rows = [1050, 1000, 900, 700].map((asked) => {
  const { answer, industry, own, plan } = triageExpectation(
    { asked, need: 'financialBenefit' },
    { industry: town, own: practice, keepRate: 0.9, round: toMultipleOf(10), asOf, contact },
  );
  const chances = [percent(industry.estimate), percent(own.estimate)];
  return [`up to ${asked}`, ...chances, answer, String(plan.promise)];
});
console.log('\nWhat patients hope to pay');
console.log(table([['hope', 'in town', 'here', 'answer', 'promise'], ...rows]));

const { actions } = triageExpectation(
  { asked: 700, need: 'financialBenefit' },
  {
    industry: town,
    own: practice,
    keepRate: 0.9,
    round: toMultipleOf(10),
    alternatives: ['a filling', 'payment in six parts'],
    asOf,
    contact,
  },
);
console.log('\nTo the one who hopes for 700, when the practice opens again:');
for (const action of actions) {
  console.log(`  ${clock(action.when, contact.zone)}  ${inEnglish(action)}`);
}

const recovery = planRecovery(
  { what: 'estimate', at: new Date('2026-03-27T16:00:00+01:00') },
  {
    compensation: { offer: 'the check-up in autumn at no charge', worth: 60 },
    change: 'a call before any work beyond the estimate',
    asOf,
    contact,
  },
);
console.log('\nA bill of 1080 against the estimate of 1010:');
for (const action of recovery.actions) {
  const when = clock(action.when, contact.zone);
  console.log(`  ${when}  ${inEnglish(action)} [${action.evidence.status}]`);
}
