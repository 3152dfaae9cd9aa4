import {
  expectationDefaults,
  formExpectations,
  stageNames,
  stageWeights,
} from 'overdeliver/expectation';
import { uniforms } from '../uniforms';
import type { Work } from './work';

const rows = 1_000_000;

/** Customers of all stages: three signals that inform the predicted level, one of them with gaps and a reliability, an offer and a role. */
export function customers() {
  const next = uniforms(7);
  const column = (scale: number) => Float64Array.from({ length: rows }, () => scale * next());
  const wordOfMouth = column(100);
  for (let i = 0; i < rows; i += 10) wordOfMouth[i] = Number.NaN;
  return {
    stage: Uint8Array.from({ length: rows }, () => 3 * next()),
    wordOfMouth,
    trust: column(1),
    advertising: column(100),
    ownJudgement: column(100),
    competitorOffer: column(100),
    rolePerception: column(100),
  };
}

export type Customers = ReturnType<typeof customers>;

export function formed(data: Customers) {
  const { stage, wordOfMouth, trust, ...signals } = data;
  return formExpectations({
    stage,
    signals: { wordOfMouth: { level: wordOfMouth, reliability: trust }, ...signals },
  });
}

/** The same arithmetic as one would write it for just these columns. */
function byHand(data: Customers) {
  const { stage, wordOfMouth, trust, advertising, ownJudgement, competitorOffer, rolePerception } =
    data;
  const weights = stageNames.map((name) => stageWeights(name));
  const p = expectationDefaults.parameters;
  const w1 = Float64Array.from(weights, (w) => w.wordOfMouth);
  const w2 = Float64Array.from(weights, (w) => w.advertising);
  const w3 = Float64Array.from(weights, (w) => w.ownJudgement);
  const sd2 = p.signalSd.value ** 2;
  const [aspiration, extra] = [p.aspiration.value, p.competitorExtra.value];
  const [tolerance, neutral, influence] = [
    p.tolerance.value,
    p.neutralRole.value,
    p.roleInfluence.value,
  ];
  const upward = influence / (100 - neutral);
  const downward = influence / neutral;
  const predictedMean = new Float64Array(rows);
  const predictedVariance = new Float64Array(rows);
  const desired = new Float64Array(rows);
  const adequate = new Float64Array(rows);
  const status = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const at = stage[i] as number;
    let total = 0;
    let mean = 0;
    let spread = 0;
    let noise = 0;
    const a = wordOfMouth[i] as number;
    const wa = (w1[at] as number) * (trust[i] as number);
    if (wa > 0 && !Number.isNaN(a)) {
      total = wa;
      mean = a;
      noise = sd2;
    }
    const b = advertising[i] as number;
    const wb = w2[at] as number;
    if (!Number.isNaN(b)) {
      total += wb;
      const share = wb / total;
      const rest = 1 - share;
      const delta = b - mean;
      mean += share * delta;
      spread = rest * (spread + share * delta * delta);
      noise = rest * rest * noise + share * share * sd2;
    }
    const c = ownJudgement[i] as number;
    const wc = w3[at] as number;
    if (!Number.isNaN(c)) {
      total += wc;
      const share = wc / total;
      const rest = 1 - share;
      const delta = c - mean;
      mean += share * delta;
      spread = rest * (spread + share * delta * delta);
      noise = rest * rest * noise + share * share * sd2;
    }
    if (total === 0) {
      predictedMean[i] = predictedVariance[i] = desired[i] = adequate[i] = Number.NaN;
      status[i] = 1;
      continue;
    }
    const wish = mean + aspiration * (100 - mean);
    const offer = competitorOffer[i] as number;
    const rise = !Number.isNaN(offer) ? Math.max(0, offer + extra * (100 - offer) - wish) : 0;
    const base = (1 - tolerance) * mean;
    const role = rolePerception[i] as number;
    const up = Math.max(0, role - neutral) * upward;
    const down = Math.max(0, neutral - role) * downward;
    const shift = up * (wish + rise - base) - down * base;
    predictedMean[i] = mean;
    predictedVariance[i] = spread + noise;
    desired[i] = wish + rise;
    adequate[i] = Number.isNaN(shift) ? base : Math.min(base + shift, wish + rise);
  }
  return [predictedMean, predictedVariance, desired, adequate, status];
}

export function expectations(): Work {
  const data = customers();
  return {
    name: 'expectations of 1,000,000 customers',
    ours() {
      const { predictedMean, predictedVariance, desired, adequate, status } = formed(data);
      return [predictedMean, predictedVariance, desired, adequate, status];
    },
    peers: [{ name: 'a hand-written loop', by: () => byHand(data), within: 1e-11 }],
  };
}
