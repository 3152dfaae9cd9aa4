/**
 * What came of an expectation: `exceeded` (delight), `met` (content, but silent and free to leave) or `below`
 * (disappointment).
 */
export type Outcome = 'below' | 'met' | 'exceeded';

/** The outcomes from worst to best. */
export const outcomes: readonly Outcome[] = Object.freeze(['below', 'met', 'exceeded'] as const);
