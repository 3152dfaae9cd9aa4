import { marketplaceSatisfaction, predictIntention, predictSatisfaction } from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';
import { uniforms } from '../uniforms';

const rows = 1_000_000;

/** Orders of 1 to 40 days, a tenth of the late ones judged by who still waits; a thousandth lacks a number. */
function orders() {
  const next = uniforms(11);
  const promised = Float64Array.from({ length: rows }, () => 5 + 30 * next());
  const actual = Float64Array.from({ length: rows }, () => 1 + 30 * next());
  const stillWaiting = Uint8Array.from({ length: rows }, (_, i) =>
    (actual[i] as number) > (promised[i] as number) && next() < 0.1 ? 1 : 0,
  );
  for (let i = 0; i < rows; i += 1000) actual[i] = Number.NaN;
  return { promised, actual, stillWaiting };
}

type Orders = ReturnType<typeof orders>;

const ours = (data: Orders) => predictSatisfactions({ ...data, unit: 'days' });

/** The same arithmetic as one would write it for just these columns and just this model. */
function byHand({ promised, actual, stillWaiting }: Orders) {
  const value = (name: string) => marketplaceSatisfaction.parameters[name]?.value as number;
  const [performance, gain, loss] = [
    value('time.performance'),
    value('time.gain'),
    value('time.loss'),
  ];
  const [waiting, cap] = [value('time.stillWaiting'), value('time.cap')];
  const [t1, t2, t3, t4] = [1, 2, 3, 4].map((k) => value(`threshold.${k}`)) as [
    number,
    number,
    number,
    number,
  ];
  const utility = new Float64Array(rows);
  const score = new Float64Array(rows);
  const status = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const p = promised[i] as number;
    const a = actual[i] as number;
    if (Number.isNaN(p) || Number.isNaN(a)) {
      status[i] = 1;
      utility[i] = score[i] = Number.NaN;
      continue;
    }
    const gap = p - a;
    let u = performance * Math.log(a);
    if (gap > 0) u += gain * Math.min(gap, cap);
    else u -= loss * Math.min(-gap, cap);
    if (stillWaiting[i] === 1) u -= waiting;
    utility[i] = u;
    score[i] =
      (100 *
        (1 / (1 + Math.exp(t1 - u)) +
          1 / (1 + Math.exp(t2 - u)) +
          1 / (1 + Math.exp(t3 - u)) +
          1 / (1 + Math.exp(t4 - u)))) /
      4;
  }
  return { score, utility, status };
}

function customers() {
  const next = uniforms(13);
  return {
    satisfaction: Float64Array.from({ length: rows }, (_, i) => (i % 1000 ? 100 * next() : NaN)),
    outcome: Uint8Array.from({ length: rows }, () => 3 * next()),
    stage: Uint8Array.from({ length: rows }, () => 1 + 2 * next()),
  };
}

type Customers = ReturnType<typeof customers>;

function intentionsByHand({ satisfaction, outcome, stage }: Customers) {
  const { parameters: p } = surveyIntentions;
  const [b1, s1, l1, e1, t1] = [
    p['repurchase.base'].value,
    p['repurchase.satisfaction'].value,
    p['repurchase.below'].value,
    p['repurchase.exceeded'].value,
    p['repurchase.longTerm'].value,
  ];
  const [b2, s2, l2, e2, t2] = [
    p['recommend.base'].value,
    p['recommend.satisfaction'].value,
    p['recommend.below'].value,
    p['recommend.exceeded'].value,
    p['recommend.longTerm'].value,
  ];
  const [b3, s3, l3, e3, t3] = [
    p['complain.base'].value,
    p['complain.satisfaction'].value,
    p['complain.below'].value,
    p['complain.exceeded'].value,
    p['complain.longTerm'].value,
  ];
  const repurchase = new Float64Array(rows);
  const recommend = new Float64Array(rows);
  const complain = new Float64Array(rows);
  const status = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const s = (satisfaction[i] as number) / 100;
    if (Number.isNaN(s)) status[i] = 1;
    const below = outcome[i] === 0 ? 1 : 0;
    const exceeded = outcome[i] === 2 ? 1 : 0;
    const regular = stage[i] === 2 ? 1 : 0;
    repurchase[i] = 1 / (1 + Math.exp(-(b1 + s1 * s + l1 * below + e1 * exceeded + t1 * regular)));
    recommend[i] = 1 / (1 + Math.exp(-(b2 + s2 * s + l2 * below + e2 * exceeded + t2 * regular)));
    complain[i] = 1 / (1 + Math.exp(-(b3 + s3 * s + l3 * below + e3 * exceeded + t3 * regular)));
  }
  return { repurchase, recommend, complain, status };
}

/** Rows in which two columns differ in any bit. */
const differing = (one: ArrayLike<number>, other: ArrayLike<number>, count = rows) => {
  let differ = 0;
  for (let i = 0; i < count; i++) if (!Object.is(one[i], other[i])) differ++;
  return differ;
};

export const satisfaction: Bench = {
  room: 'satisfaction',
  run() {
    const data = orders();
    const scores = timePairs(
      () => ours(data),
      () => byHand(data),
    );
    const few = 20_000;
    const alone = Float64Array.from({ length: few }, (_, i) => {
      if (Number.isNaN(data.actual[i])) return Number.NaN;
      const promised = data.promised[i] as number;
      const actual = data.actual[i] as number;
      const stillWaiting = data.stillWaiting[i] === 1;
      return predictSatisfaction({ promised, actual, stillWaiting, unit: 'days' }).score;
    });
    const people = customers();
    const intentions = timePairs(
      () => predictIntentions(people),
      () => intentionsByHand(people),
    );
    const intended = Float64Array.from({ length: few }, (_, i) => {
      const satisfaction = people.satisfaction[i] as number;
      if (Number.isNaN(satisfaction)) return Number.NaN;
      const outcome = outcomes[people.outcome[i] as number] as 'met';
      const stage = people.stage[i] === 1 ? 'first-use' : 'long-term';
      return predictIntention({ satisfaction, outcome, stage }).recommend;
    });
    const table = predictIntentions(people);
    const one = 'score 1,000,000 orders';
    const two = 'intentions of 1,000,000 customers';
    const bits = 'rows that differ in any bit';
    return [
      row('satisfaction', one, 'ratio to hand-written loop', scores.ratio),
      row('satisfaction', one, 'milliseconds', scores.subject),
      row('satisfaction', one, bits, differing(ours(data).score, byHand(data).score)),
      row(
        'satisfaction',
        '20,000 orders one by one',
        bits,
        differing(alone, ours(data).score, few),
      ),
      row('satisfaction', two, 'ratio to hand-written loop', intentions.ratio),
      row('satisfaction', two, 'milliseconds', intentions.subject),
      row(
        'satisfaction',
        two,
        bits,
        differing(table.recommend, intentionsByHand(people).recommend),
      ),
      row(
        'satisfaction',
        '20,000 customers one by one',
        bits,
        differing(intended, table.recommend, few),
      ),
    ];
  },
};
