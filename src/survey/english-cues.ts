import type { CueEntry, CueLexicon } from './cues';
import type { EightExpectation } from './eight-expectations';

/** A small English lexicon to start from: add the words your own customers use. */
export const englishCues: CueLexicon = Object.freeze({
  locale: 'en',
  cues: Object.freeze([
    need('financialBenefit', 'cheap*, discount*, good deal, save money, budget, price*, afford*'),
    need('safety', 'safe*, secur*, risk*, guarantee*, warranty, worried, afraid'),
    need('comfort', 'comfort*, convenien*, easy, effortless, no trouble, no hassle, hassle'),
    need(
      'savingTime',
      'quick*, fast*, hurry, in a hurry, save time, right away, as soon as possible, urgent*, wait*',
    ),
    need('prestige', 'exclusive, luxur*, brand, premium, prestig*, status, impress*'),
    need('beautyAndHealth', 'beaut*, health*, looks good, look good, stylish, fit, organic'),
    need(
      'professionalDevelopment',
      'career, my job, for work, learn*, skill*, training, certificate',
    ),
    need('belonging', 'my friends, everyone has, our club, community, together, team, family'),
    expectation('information', 'information, informed, tell me, told me, let me know, explain*'),
    expectation('options', 'option*, alternative*, choice*, choose'),
    expectation('engagement', 'listen*, talk to, get back to me, call me, feedback'),
    expectation('complaintHandling', 'complain*, refund*, put it right, fix it, apolog*'),
    expectation('flexibility', 'flexib*, exception, procedure*, policy, adapt*'),
    expectation('creativity', 'idea*, creativ*, suggest*, something new'),
    expectation('fairness', 'fair*, unfair*, same as, equal*, others get'),
    expectation('trust', 'trust*, promise*, honest*, rely on, reliable, depend on'),
  ]),
  negations: Object.freeze(
    "not, no, never, don't, doesn't, didn't, isn't, wasn't, won't, can't, without".split(', '),
  ),
});

function need(name: string, phrases: string): CueEntry {
  return entry({ kind: 'need', name }, phrases);
}

function expectation(name: EightExpectation, phrases: string): CueEntry {
  return entry({ kind: 'expectation', name }, phrases);
}

function entry(target: Pick<CueEntry, 'kind' | 'name'>, phrases: string): CueEntry {
  return Object.freeze({ ...target, phrases: Object.freeze(phrases.split(', ')) }) as CueEntry;
}
