/** Names of what explanations are made of, for people. */
const words: Readonly<Record<string, string>> = {
  base: 'to begin with',
  predicted: 'what they predict',
  aspiration: 'people want somewhat more',
  tolerance: 'what they put up with',
  satisfaction: 'how satisfied they are',
  below: 'expectation not met',
  exceeded: 'expectation exceeded',
  longTerm: 'customer for long',
  'level.performance': 'what they got',
  'level.gain': 'better than expected',
  'level.loss': 'worse than expected',
};

export const worded = (name: string): string => words[name] ?? name;

export const outcomeWords = { below: 'below', met: 'as expected', exceeded: 'exceeded' } as const;

export const reasonWords: Readonly<Record<string, string>> = {
  'promise-broken': 'less than was promised',
  'noticeably-better': 'noticeably better',
  'noticeably-worse': 'noticeably worse',
  'as-expected': 'no difference that is noticed',
  'need-met': 'the need was met',
  'need-unmet': 'the need was not met',
};
