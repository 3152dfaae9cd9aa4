import type { Capability } from '../capability/capability';
import type { Stage } from '../expectation/stages';
import { PolicyFailedError } from '../input/errors';
import { isPromise, makerAdvice, Refusal, refuse, refusePromise } from '../input/refusal';

/** What a policy is asked before a period begins: nothing that is still to come, and nothing of chance. */
export interface PolicyQuestion {
  /** What can be delivered. */
  readonly capability: Capability;
  /** The stage of those who are to be told. */
  readonly stage: Stage;
  /** The day on which the period begins, from 0 on. */
  readonly day: number;
}

/** What is promised: a quote in the capability's unit, above 0, for customers of a stage from a day on; never async. */
export type Policy = (asked: PolicyQuestion) => number;

/** A policy under its name, and where that stands. */
export interface NamedPolicy {
  readonly name: string;
  readonly path: string;
  readonly policy: Policy;
}

/** A policy's quote; what it throws, or returns that is no quote, is refused in its name. */
export function quoteOf({ name, path, policy }: NamedPolicy, asked: PolicyQuestion): number {
  const quote = answerOf();
  if (typeof quote === 'number' && quote > 0 && quote < Infinity) return quote;
  const of = `for ${asked.stage} customers on day ${asked.day}`;
  if (isPromise(quote)) refusePromise(path, quote, `a policy that returns its quote ${of}`);
  const advice = makerAdvice(quote);
  return refuse(
    path,
    quote,
    `a policy that returns a finite quote above 0 ${of}`,
    undefined,
    advice,
  );

  function answerOf(): unknown {
    try {
      return policy(asked);
    } catch (cause) {
      throw new Refusal(path, (at) => new PolicyFailedError(at, name, null, cause));
    }
  }
}
