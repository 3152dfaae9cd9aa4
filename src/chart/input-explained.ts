import * as z from 'zod/mini';
import type { ExpectationExplanation } from '../expectation/explain';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import type { SatisfactionExplanation } from '../satisfaction/explain';

/**
 * A register of an expectation.
 *
 * @inline
 */
export type Register = 'predicted' | 'desired' | 'adequate';

interface Total {
  readonly name: string;
  readonly value: number;
}

/** A sum: from a start, if it is not 0, by its parts, to an end. */
interface Sum {
  readonly start: Total | null;
  readonly parts: readonly { readonly term: string; readonly points: number }[];
  readonly end: Total;
}

/** What is drawn of an explanation; that of satisfaction is the same under all registers. */
export interface Explained {
  readonly kind: 'satisfaction' | 'expectation';
  readonly sums: Readonly<Record<Register, Sum>>;
}

const satisfactionSchema = once(() =>
  z.object(
    {
      prediction: z.object({ score: z.number() }),
      reference: z.object({ name: z.string(), score: z.number() }),
      contributions: z.array(z.object({ term: z.string(), points: z.number() })),
    },
    'an explanation, as explainSatisfaction or explainExpectation gives it',
  ),
);
const partsSchema = z.array(z.object({ from: z.string(), points: z.number() }));
const expectationSchema = once(() =>
  z.object({
    expectation: z.object({
      predicted: z.object({ mean: z.number() }),
      desired: z.number(),
      adequate: z.number(),
    }),
    predicted: partsSchema,
    desired: partsSchema,
    adequate: partsSchema,
  }),
);

/** An explanation whose points add up to what it explains. */
export const explainedSchema = once(() =>
  readWith((given: SatisfactionExplanation | ExpectationExplanation): Explained => {
    const isExpectation = typeof given === 'object' && given !== null && 'expectation' in given;
    return isExpectation ? ofExpectation(given) : ofSatisfaction(given);
  }),
);

function ofSatisfaction(given: unknown): Explained {
  const { prediction, reference, contributions } = read(satisfactionSchema, given);
  const names = { kept: 'satisfaction if kept', typical: 'satisfaction of a typical customer' };
  const name = names[reference.name as keyof typeof names] ?? 'satisfaction of the reference';
  const sum: Sum = {
    start: { name, value: reference.score },
    parts: contributions,
    end: { name: 'satisfaction', value: prediction.score },
  };
  return { kind: 'satisfaction', sums: { predicted: sum, desired: sum, adequate: sum } };
}

function ofExpectation(given: unknown): Explained {
  const { expectation, ...lists } = read(expectationSchema, given);
  const sumOf = (register: Register, value: number): Sum => ({
    start: null,
    parts: lists[register].map(({ from, points }) => ({ term: from, points })),
    end: { name: `level ${register}`, value },
  });
  return {
    kind: 'expectation',
    sums: {
      predicted: sumOf('predicted', expectation.predicted.mean),
      desired: sumOf('desired', expectation.desired),
      adequate: sumOf('adequate', expectation.adequate),
    },
  };
}
