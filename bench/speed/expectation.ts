import { formExpectation, type Stage } from 'overdeliver';
import { stageNames } from 'overdeliver/expectation';
import { timePairs } from '../pairs';
import { type Customers, customers, formed } from '../peers/expectation';
import { type Bench, row } from '../report';

/** Rows in which the scalar form does not agree with the columns to the last bit. */
function disagreements(data: Customers, count: number): number {
  const table = formed(data);
  let differ = 0;
  for (let i = 0; i < count; i++) {
    const { stage, wordOfMouth, trust, ...others } = data;
    const levels = Object.fromEntries(
      Object.entries(others).map(([name, column]) => [name, column[i]]),
    );
    const level = wordOfMouth[i] as number;
    const word = !Number.isNaN(level)
      ? { wordOfMouth: { level, reliability: trust[i] as number } }
      : {};
    const one = formExpectation({
      stage: stageNames[stage[i] as number] as Stage,
      signals: { ...word, ...levels },
    });
    const same =
      Object.is(one.predicted.mean, table.predictedMean[i]) &&
      Object.is(one.predicted.variance, table.predictedVariance[i]) &&
      Object.is(one.desired, table.desired[i]) &&
      Object.is(one.adequate, table.adequate[i]);
    if (!same) differ++;
  }
  return differ;
}

const oneByOne = '20,000 of them one by one';

/** The time of one call, once the engine has warmed up. */
function microsecondsEach({ stage, advertising, competitorOffer }: Customers): number {
  const inputs = Array.from({ length: 20_000 }, (_, i) => ({
    stage: stageNames[stage[i] as number] as Stage,
    signals: {
      wordOfMouth: { level: 80, reliability: 0.5 },
      advertising: advertising[i] as number,
      competitorOffer: competitorOffer[i] as number,
    },
  }));
  const formAll = () => inputs.reduce((sum, input) => sum + formExpectation(input).desired, 0);
  const { subject } = timePairs(formAll, formAll, 5);
  return (1000 * subject) / inputs.length;
}

/** Expectations one by one; those by column are among the peers. */
export const expectation: Bench = {
  room: 'expectation',
  run() {
    const data = customers();
    return [
      row('expectation', oneByOne, 'rows that differ in any bit', disagreements(data, 20_000)),
      row('expectation', oneByOne, 'microseconds each', microsecondsEach(data)),
    ];
  },
};
