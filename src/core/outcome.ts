/**
 * What came of an expectation: `exceeded` (delight, D21), `met` (content but silent and free to
 * leave, D22) or `below` (disappointment, D23).
 */
export type Outcome = 'below' | 'met' | 'exceeded';

/** The outcomes from worst to best. */
export const outcomes: readonly Outcome[] = Object.freeze(['below', 'met', 'exceeded'] as const);
