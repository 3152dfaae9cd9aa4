/**
 * The phrases around what is said to a customer, each a function of texts that a locale has formatted: replace those that
 * your language or your shop says otherwise. A window of one day or one moment is `on` it or `at` it.
 */
export interface CustomerPhrases {
  /** 'Thursday, 5 December', of a weekday and a date. */
  readonly day: (weekday: string, date: string) => string;
  /** 'by Thursday, 5 December', 'by 18:40'. */
  readonly by: (when: string) => string;
  /** 'between 18:40 and 19:00', of times, days or amounts. */
  readonly between: (from: string, to: string) => string;
  /** 'on Thursday, 5 December'. */
  readonly on: (day: string) => string;
  /** 'at 18:40'. */
  readonly at: (time: string) => string;
  /** 'by 18:40 on Thursday, 5 December', of what is said of times, and the day where it is another than today. */
  readonly thatDay: (said: string, day: string) => string;
  /**
   * 'in 2 business days', of a duration by itself. Leave it out for the words that the locale has of what is to come, in the case
   * that it wants: 'in 2 Tagen'; yours are said of all durations.
   */
  readonly within: (duration: string) => string;
  /** '40 to 60', of numbers: '40 to 60 minutes', 'in 40 to 60 minutes'. */
  readonly range: (from: string, to: string) => string;
  /** '30 minutes early', of a window around an appointment. */
  readonly early: (duration: string) => string;
  /** '150 minutes late', likewise. */
  readonly late: (duration: string) => string;
  /** '45 minutes of opening time', 'in 45 minutes of opening time'. */
  readonly openTime: (duration: string) => string;
  /**
   * '2 business days', of a number as text, and whether it is exactly one. What a locale puts before days to come, as 'in ', stands
   * before it; one that puts its words behind has them to be said here.
   */
  readonly businessDays: (count: string, isOne: boolean) => string;
  /** 'at most €499', 'at most 60 minutes late'. */
  readonly atMost: (amount: string) => string;
}

/** Any of them. */
export type Phrase = CustomerPhrases[keyof CustomerPhrases];

/** Those that a caller says otherwise. */
export type OwnPhrases = {
  readonly [Name in keyof CustomerPhrases]?: CustomerPhrases[Name] | undefined;
};

/** The phrases in English. */
export const englishPhrases: CustomerPhrases = Object.freeze({
  day: (weekday: string, date: string) => `${weekday}, ${date}`,
  by: (when: string) => `by ${when}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  on: (day: string) => `on ${day}`,
  at: (time: string) => `at ${time}`,
  thatDay: (said: string, day: string) => `${said} on ${day}`,
  within: (duration: string) => `in ${duration}`,
  range: (from: string, to: string) => `${from} to ${to}`,
  early: (duration: string) => `${duration} early`,
  late: (duration: string) => `${duration} late`,
  openTime: (duration: string) => `${duration} of opening time`,
  businessDays: (count: string, isOne: boolean) => `${count} business ${isOne ? 'day' : 'days'}`,
  atMost: (amount: string) => `at most ${amount}`,
});

export const phraseNames = Object.keys(englishPhrases) as readonly (keyof CustomerPhrases)[];
