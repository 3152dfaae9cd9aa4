import { netPromoterScore } from 'overdeliver';
import { classifyKano, cronbachAlpha, kanoAnswers } from 'overdeliver/survey';
import { uniforms } from '../uniforms';
import type { Run, Work } from './work';

const rows = 100_000;
const respondents = rows.toLocaleString('en');
const listOf = <Item>(n: number, item: (i: number) => Item) =>
  Array.from({ length: n }, (_, i) => item(i));
/** What one would write for just these answers, without a check. */
const byHand = (by: Run, within = 0) => [{ name: 'a hand-written loop', by, within }];

export function netPromoter(): Work {
  const next = uniforms(3);
  const answers = listOf(rows, (i) => (i % 20 === 0 ? null : Math.floor(11 * next())));
  return {
    name: `net promoter score of ${respondents} answers`,
    ours: () => [[netPromoterScore(answers).score]],
    peers: byHand(() => {
      let [n, promoters, detractors] = [0, 0, 0];
      for (const answer of answers) {
        if (answer === null) continue;
        n++;
        if (answer >= 9) promoters++;
        else if (answer <= 6) detractors++;
      }
      return [[(promoters - detractors) / n]];
    }, 1e-12),
  };
}

export function alpha(): Work {
  const next = uniforms(5);
  const items = 8;
  const answers = listOf(rows, () => {
    const level = 3 * next();
    return listOf(items, () => Math.floor(1 + level + 2 * next()));
  });
  return {
    name: `alpha of ${items} items, ${respondents} respondents`,
    ours: () => [[cronbachAlpha(answers).alpha as number]],
    peers: byHand(() => {
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
      return [[(items / (items - 1)) * (1 - apart / (square - sum ** 2 / rows))]];
    }, 1e-9),
  };
}

export function kano(): Work {
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
  const table = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'].join('');
  const place = new Map<string | undefined, number>(kanoAnswers.map((answer, i) => [answer, i]));
  return {
    name: `Kano of ${names.length} features, ${respondents} respondents`,
    ours: () =>
      classifyKano(features, responses).features.map(({ counts }) => [
        counts.attractive,
        counts['one-dimensional'],
        counts['must-be'],
      ]),
    peers: byHand(() =>
      names.map((id) => {
        const [functional, dysfunctional] = [`${id}.functional`, `${id}.dysfunctional`];
        const counts = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
        for (const { answers } of responses) {
          const at = place.get(answers[functional]) as number;
          const letter = table[5 * at + (place.get(answers[dysfunctional]) as number)];
          counts[letter as keyof typeof counts]++;
        }
        return [counts.A, counts.O, counts.M];
      }),
    ),
  };
}
