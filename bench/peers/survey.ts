import { netPromoterScore } from 'overdeliver';
import { trendOf } from 'overdeliver/journey';
import { classifyKano, cronbachAlpha, kanoAnswers } from 'overdeliver/survey';
import { timePairs } from '../pairs';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';

/** What one would write for just these answers, without a check. */
interface Work {
  readonly name: string;
  readonly ours: () => unknown;
  readonly byHand: () => unknown;
  /** How far the two results are apart. */
  readonly apart: () => number;
}

const rows = 100_000;
const listOf = <Item>(n: number, item: (i: number) => Item) =>
  Array.from({ length: n }, (_, i) => item(i));

function netPromoter(): Work {
  const next = uniforms(3);
  const answers = listOf(rows, (i) => (i % 20 === 0 ? null : Math.floor(11 * next())));
  const ours = () => netPromoterScore(answers);
  const byHand = () => {
    let [n, promoters, detractors] = [0, 0, 0];
    for (const answer of answers) {
      if (answer === null) continue;
      n++;
      if (answer >= 9) promoters++;
      else if (answer <= 6) detractors++;
    }
    return (promoters - detractors) / n;
  };
  return {
    name: `net promoter score of ${rows} answers`,
    ours,
    byHand,
    apart: () => Math.abs(ours().score - byHand()),
  };
}

function alpha(): Work {
  const next = uniforms(5);
  const items = 8;
  const answers = listOf(rows, () => {
    const level = 3 * next();
    return listOf(items, () => Math.floor(1 + level + 2 * next()));
  });
  const ours = () => cronbachAlpha(answers);
  const byHand = () => {
    const sums = new Float64Array(items);
    const squares = new Float64Array(items);
    let [sum, square] = [0, 0];
    for (const answer of answers) {
      let total = 0;
      for (let i = 0; i < items; i++) {
        const x = answer[i] as number;
        total += x;
        (sums[i] as number) += x;
        (squares[i] as number) += x * x;
      }
      sum += total;
      square += total * total;
    }
    const apart = squares.reduce((all, x, i) => all + x - (sums[i] as number) ** 2 / rows, 0);
    return (items / (items - 1)) * (1 - apart / (square - sum ** 2 / rows));
  };
  return {
    name: `alpha of ${items} items, ${rows} respondents`,
    ours,
    byHand,
    apart: () => Math.abs((ours().alpha as number) - byHand()),
  };
}

function kano(): Work {
  const next = uniforms(7);
  const names = ['a', 'b', 'c'];
  const features = names.map((id) => ({ id, functional: 'With?', dysfunctional: 'Without?' }));
  const pick = () => kanoAnswers[Math.floor(5 * next())] as string;
  const responses = listOf(rows, (i) => ({
    respondent: `r${i}`,
    answers: Object.fromEntries(
      names.flatMap((id) => [
        [`${id}.functional`, pick()],
        [`${id}.dysfunctional`, pick()],
      ]),
    ),
  }));
  const ours = () => classifyKano(features, responses);
  const table = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'].join('');
  const place = new Map<string | undefined, number>(kanoAnswers.map((answer, i) => [answer, i]));
  const byHand = () =>
    names.map((id) => {
      const [functional, dysfunctional] = [`${id}.functional`, `${id}.dysfunctional`];
      const counts: Record<string, number> = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
      for (const { answers } of responses) {
        const at = place.get(answers[functional]) as number;
        const letter = table[5 * at + (place.get(answers[dysfunctional]) as number)] as string;
        (counts[letter] as number)++;
      }
      return counts;
    });
  return {
    name: `Kano of ${names.length} features, ${rows} respondents`,
    ours,
    byHand,
    apart: () => {
      const hand = byHand();
      return ours().features.reduce(
        (sum, { counts }, i) => sum + Math.abs(counts.attractive - (hand[i]?.A as number)),
        0,
      );
    },
  };
}

/** Mann and Kendall's test and Sen's slope with all slopes written down and sorted. */
function trend(): Work {
  const next = uniforms(9);
  const n = 1000;
  const values = Float64Array.from({ length: n }, () => 70 + next() + next() + next());
  const series = listOf(n, (i) => ({
    at: new Date(Date.UTC(2000, 0, 1 + i)),
    value: values[i] as number,
  }));
  const ours = () => trendOf(series);
  const byHand = () => {
    const slopes = new Float64Array((n * (n - 1)) / 2);
    let at = 0;
    for (let j = 1; j < n; j++) {
      for (let i = 0; i < j; i++) {
        slopes[at++] = ((values[j] as number) - (values[i] as number)) / (j - i);
      }
    }
    slopes.sort();
    return ((slopes[at / 2 - 1] as number) + (slopes[at / 2] as number)) / 2;
  };
  return {
    name: `trend of ${n} values`,
    ours,
    byHand,
    apart: () => Math.abs(ours().slope - byHand()),
  };
}

function timesOf({ name, ours, byHand, apart }: Work): readonly Row[] {
  const at = (metric: string, value: number) => row('survey', name, metric, value);
  const far = apart();
  const { subject, yardstick, ratio } = timePairs(ours, byHand, 15);
  return [
    at('milliseconds', subject),
    at('milliseconds by hand', yardstick),
    at('ratio to hand-written loop', ratio),
    at('difference from that loop', far),
  ];
}

/** Answers summed up, against loops without a check. */
export const survey: Bench = {
  room: 'survey',
  run: () => [netPromoter(), alpha(), kano(), trend()].flatMap(timesOf),
};
