/**
 * A software company after a sale: the first 24 hours, a complaint channel that is hard to use, and what was seen of
 * its salespeople. Made-up numbers; run it with `npx tsx examples/software.ts`.
 */

import { mondayToFriday } from 'overdeliver/calendar';
import { inEnglish } from 'overdeliver/english';
import {
  auditPractices,
  type PracticeAnswer,
  type PracticeName,
  planReassurance,
  scoreComplaintChannel,
} from 'overdeliver/response';
import { clock, percent, table } from './lib/show.ts';

const calendar = {
  zone: 'Europe/Dublin',
  open: mondayToFriday('09:00-17:30'),
};
const contact = { zone: 'America/New_York', quiet: '19:00-08:00', calendar };

// The clocks go forward in New York on 8 March, in Dublin three weeks later.
for (const bought of [
  '2026-03-04T11:00:00-05:00',
  '2026-03-06T10:30:00-05:00',
  '2026-03-06T16:30:00-05:00',
]) {
  const steps = planReassurance(new Date(bought), { contact });
  console.log(`Bought on ${clock(new Date(bought), contact.zone)} in New York`);
  console.log(
    table([
      ['what', 'in New York', 'in Dublin', 'after', 'evidence'],
      ...steps.map((step) => [
        inEnglish(step),
        clock(step.when, contact.zone),
        clock(step.when, calendar.zone),
        `${Number(step.detail.hours).toFixed(1)} h`,
        step.evidence.status,
      ]),
    ]),
  );
  console.log();
}

const customer = { satisfaction: 40 };
const channels = {
  'a form, then a queue': { steps: 6, ways: 1, hours: 48, repeats: 2, handOvers: 2 },
  'a button in the app': { steps: 1, ways: 3, hours: 2, repeats: 0, handOvers: 0 },
};
console.log('How hard it is to complain (weights assumed)');
console.log(
  table([
    ['channel', 'friction', 'people warned', 'ease first'],
    ...Object.entries(channels).map(([name, channel]) => {
      const { friction, negativeWordOfMouth, actions } = scoreComplaintChannel(channel, customer);
      return [
        name,
        friction.toFixed(0),
        negativeWordOfMouth.now.toFixed(2),
        String(actions[0]?.detail.term),
      ];
    }),
  ]),
);

const seen = (practice: PracticeName, well: number, of: number): PracticeAnswer[] =>
  Array.from({ length: of }, (_, i) => ({ practice, well: i < well }));
const { scores, actions } = auditPractices([
  ...seen('listen', 31, 40),
  ...seen('doubtfulClaims', 22, 40),
  ...seen('pressure', 36, 40),
  ...seen('greetEverybody', 40, 40),
]);
console.log('\nWhat 40 calls with salespeople showed');
console.log(
  table([
    ['practice', 'well', 'from', 'to', 'verdict'],
    ...scores
      .filter(({ n }) => n > 0)
      .map(({ practice, share, low, high, verdict }) => [
        practice,
        percent(share ?? 0),
        percent(low ?? 0),
        percent(high ?? 1),
        verdict,
      ]),
  ]),
);
for (const action of actions) console.log(inEnglish(action));
