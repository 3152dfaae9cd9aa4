import { marketplaceSatisfaction } from 'overdeliver';
import { predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { uniforms } from '../uniforms';
import type { Work } from './work';

const rows = 1_000_000;

/** Orders of 1 to 40 days, a tenth of the late ones judged by who still waits; a thousandth lacks a number. */
export function orders() {
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

/** The same arithmetic as one would write it for just these columns and just this model. */
function satisfactionByHand({ promised, actual, stillWaiting }: Orders) {
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
  const rows = promised.length;
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
  return [score, utility, status];
}

export function customers() {
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
  return [repurchase, recommend, complain, status];
}

export function scores(): Work {
  const data = orders();
  return {
    name: 'satisfaction of 1,000,000 orders',
    ours() {
      const { score, utility, status } = predictSatisfactions({ ...data, unit: 'days' });
      return [score, utility, status];
    },
    peers: [{ name: 'a hand-written loop', by: () => satisfactionByHand(data) }],
  };
}

/** What a call costs that scores a single order. */
export function oneScore(): Work {
  const calls = 1000;
  const one = {
    promised: Float64Array.of(10),
    actual: Float64Array.of(8),
    stillWaiting: Uint8Array.of(0),
  };
  const repeated = (call: () => number) => () => [Float64Array.from({ length: calls }, call)];
  return {
    name: 'satisfaction of 1 order',
    ours: repeated(() => predictSatisfactions({ ...one, unit: 'days' }).score[0] as number),
    peers: [
      {
        name: 'a hand-written loop',
        by: repeated(() => satisfactionByHand(one)[0]?.[0] as number),
      },
    ],
    calls,
  };
}

export function intentions(): Work {
  const data = customers();
  return {
    name: 'intentions of 1,000,000 customers',
    ours() {
      const { repurchase, recommend, complain, status } = predictIntentions(data);
      return [repurchase, recommend, complain, status];
    },
    peers: [{ name: 'a hand-written loop', by: () => intentionsByHand(data) }],
  };
}
