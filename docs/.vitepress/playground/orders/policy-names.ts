/** The policies that are compared, as a person would call them. */
export const policyNames = {
  yours: 'your own promises',
  rolling: 'the last 60 days',
  live: 'the live promiser',
  estimator: 'an estimator fitted weekly',
} as const;
export type PolicyName = keyof typeof policyNames;

/** Those that can promise a next order: your own promises are yours to make. */
export type NextPolicy = Exclude<PolicyName, 'yours'>;
