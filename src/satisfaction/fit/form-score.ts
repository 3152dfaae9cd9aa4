import type { SatisfactionForm } from '../model';

/** How well a way of counting gaps foresees answers that it was not fitted on. */
export interface FormScore {
  /** The form of the effect of the gap. */
  readonly form: 'no-gap' | 'linear' | 'asymmetric' | 'step' | 'given';
  /** What to fit it with, in place of the dimensions of the form that was fitted. */
  readonly dimensions: SatisfactionForm['dimensions'];
  /** How many coefficients it has. */
  readonly coefficients: number;
  /** The mean of -log of the chance of the answer given; lower is better. */
  readonly logLoss: number;
  /** The mean ranked probability score, from 0, certain and right, to 1. */
  readonly rps: number;
  /** By how much its ranked probability score lies above the best one. */
  readonly aboveBest: number;
  /** The standard error of `aboveBest`. */
  readonly standardError: number;
}
