import type {
  IntentionFitRow,
  RecoveryFitRow,
  SwitchingFitRow,
  WordOfMouthFitRow,
} from 'overdeliver/loyalty';
import { logistic } from '../../../src/numerics/logistic';
import { normalQuantile } from '../../../src/numerics/normal';
import { uniforms } from '../../../src/numerics/uniforms';

export const names = {
  id: 'test/learnt',
  setting: 'a made-up population',
  data: 'made up',
  licence: 'none',
} as const;

/** What made-up customers go by: far from the defaults, and within their ranges. */
export const truth = {
  intentions: {
    'repurchase.base': -1.5,
    'repurchase.satisfaction': 3.5,
    'repurchase.below': -0.8,
    'repurchase.exceeded': 0.6,
    'repurchase.longTerm': 0.5,
    'recommend.base': -2.5,
    'recommend.satisfaction': 5,
    'recommend.below': -0.4,
    'recommend.exceeded': 0.9,
    'recommend.longTerm': -0.3,
    'complain.base': 0.5,
    'complain.satisfaction': -3,
    'complain.below': 1.2,
    'complain.exceeded': -0.6,
    'complain.longTerm': 0.4,
  },
  switching: {
    perPoint: 0.06,
    'inertia.firstUse': 0.3,
    'inertia.longTerm': 1.2,
    delight: 0.7,
    disappointment: 0.9,
    switchingCost: 0.5,
  },
  wordOfMouth: {
    'positive.most': 4,
    'negative.most': 6,
    curve: 1.2,
    'silentAt.below': 70,
    'silentAt.met': 60,
    'silentAt.exceeded': 45,
    toldWhenMet: 0.6,
  },
  recovery: {
    distributive: 0.4,
    interactional: 0.25,
    procedural: 0.3,
    apology: 0.15,
    apologyRepeated: 0.08,
  },
} as const;

const outcomes = ['below', 'met', 'exceeded'] as const;
const stages = ['first-use', 'long-term'] as const;
const pick = <Item>(next: () => number, from: readonly Item[]) =>
  from[Math.floor(from.length * next())] as Item;

/** What a customer is disposed to beyond the model, so that their rows go together: each has two. */
function customersOf(next: () => number, spread: number) {
  let own = 0;
  return (row: number) => {
    if (row % 2 === 0) own = spread * normalQuantile(next());
    return { customer: Math.floor(row / 2), own };
  };
}

/** Yes and no of made-up customers; of every third row one question was not asked. */
export function intentionRows(seed: number, rows: number): IntentionFitRow[] {
  const next = uniforms(seed);
  const numbers = truth.intentions;
  return Array.from({ length: rows }, (_, row) => {
    const [satisfaction, outcome, stage] = [100 * next(), pick(next, outcomes), pick(next, stages)];
    const answer = (intention: 'repurchase' | 'recommend' | 'complain') => {
      const logOdds =
        numbers[`${intention}.base`] +
        (numbers[`${intention}.satisfaction`] * satisfaction) / 100 +
        (outcome === 'met' ? 0 : numbers[`${intention}.${outcome}`]) +
        (stage === 'long-term' ? numbers[`${intention}.longTerm`] : 0);
      return next() < logistic(logOdds) ? 1 : 0;
    };
    const asked = { repurchase: answer('repurchase'), recommend: answer('recommend') };
    const complain = row % 3 === 0 ? null : answer('complain');
    return { satisfaction, outcome, stage, ...asked, complain };
  });
}

/** Offers to made-up customers. */
export function switchingRows(seed: number, rows: number): SwitchingFitRow[] {
  const next = uniforms(seed);
  const numbers = truth.switching;
  return Array.from({ length: rows }, () => {
    const [expected, promised, credibility] = [40 + 50 * next(), 30 + 70 * next(), next()];
    const [market, outcome, stage] = [50 + 20 * next(), pick(next, outcomes), pick(next, stages)];
    const believed = credibility * promised + (1 - credibility) * market;
    const going =
      numbers.perPoint * (believed - expected) -
      numbers.switchingCost -
      numbers[stage === 'long-term' ? 'inertia.longTerm' : 'inertia.firstUse'] -
      (outcome === 'exceeded' ? numbers.delight : 0) +
      (outcome === 'below' ? numbers.disappointment : 0);
    const left = next() < logistic(going);
    return { expected, promised, credibility, market, outcome, stage, left };
  });
}

/** People told by made-up customers: Poisson counts, whose spread grows with their mean. */
export function wordOfMouthRows(seed: number, rows: number, isWhole = false): WordOfMouthFitRow[] {
  const next = uniforms(seed);
  const numbers = truth.wordOfMouth;
  return Array.from({ length: rows }, () => {
    const [satisfaction, outcome] = [
      isWhole ? 10 * Math.floor(11 * next()) : 100 * next(),
      pick(next, outcomes),
    ];
    const silent = numbers[`silentAt.${outcome}`];
    const isGood = satisfaction > silent;
    const extreme = isGood ? (satisfaction - silent) / (100 - silent) : 1 - satisfaction / silent;
    const most = isGood ? numbers['positive.most'] : numbers['negative.most'];
    const mean = most * extreme ** numbers.curve * (outcome === 'met' ? numbers.toldWhenMet : 1);
    const told = poisson(next, mean);
    return { satisfaction, outcome, positive: isGood ? told : 0, negative: isGood ? 0 : told };
  });
}

function poisson(next: () => number, mean: number): number {
  let count = 0;
  for (let left = Math.exp(-mean), u = next(); u > left; u *= next()) count++;
  return count;
}

/** Complaints of made-up customers, two of each, which go together. */
export function recoveryRows(seed: number, rows: number): RecoveryFitRow[] {
  const next = uniforms(seed);
  const numbers = truth.recovery;
  const customerAt = customersOf(next, 4);
  return Array.from({ length: rows }, (_, row) => {
    const { customer, own } = customerAt(row);
    const [before, failed] = [55 + 15 * next(), 15 + 15 * next()];
    const [distributive, interactional] = [80 * next(), 80 * next()];
    const [procedural, apologies] = [80 * next(), Math.floor(4 * next())];
    const regained =
      (numbers.distributive * distributive +
        numbers.interactional * interactional +
        numbers.procedural * procedural) /
        100 +
      numbers.apology * Math.min(1, apologies) -
      numbers.apologyRepeated * Math.max(0, apologies - 1);
    const recovered = failed + regained * (before - failed) + own + 4 * normalQuantile(next());
    const done = { distributive, interactional, procedural, apologies };
    return { customer, before, failed, ...done, recovered: Math.max(0, Math.min(100, recovered)) };
  });
}
