import { isPromise, refusePromise } from '../input/refusal';

/** How far long work has got. */
export interface SimulationProgress {
  /** What is done so far, of `of`: customers looked at, times the periods they were looked at in. */
  readonly done: number;
  /** What is to be done in all. */
  readonly of: number;
}

/** Work that tells after each batch how much it was, and gives its result in the end. */
export type Work<Result> = Generator<number, Result, void>;

/** Work that is about to begin, and how much it will be. */
export interface Planned<Result> {
  readonly work: Work<Result>;
  readonly of: number;
}

/** Does the work step by step, each through the door of a public function. */
export function* inSteps<Result>(
  { work, of }: Planned<Result>,
  through: (next: () => IteratorResult<number, Result>) => IteratorResult<number, Result>,
): Generator<SimulationProgress, Result, void> {
  let done = 0;
  for (;;) {
    const step = through(() => work.next());
    if (step.done) return step.value;
    done += step.value;
    yield { done, of };
  }
}

/** Does all of it, and tells of each step. */
export function atOnce<Result>(
  { work, of }: Planned<Result>,
  onProgress: ((progress: SimulationProgress) => void) | undefined,
): Result {
  let done = 0;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    done += step.value;
    const answer: unknown = onProgress?.({ done, of });
    if (isPromise(answer)) refusePromise('options.onProgress', answer, 'a function that is done');
  }
}
