/** How a promise is planned; all of it stands in the address. */
export const promiseDefaults = {
  durations:
    '38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45, 62, 40, 51, 46, 39, 55, 42, 48, 44, 37, 50, 43, 47',
  comma: '',
  unit: 'minutes',
  keepRate: 0.9,
  multipleOf: 5,
  /** `next` for the next order, `all` for all that follow, `best` for as good as the observations allow. */
  guarantee: 'next',
  confidence: 0.95,
};
export type PromiseSettings = typeof promiseDefaults;
