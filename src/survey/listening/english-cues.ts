import type { CueLexicon } from './cues';

/** A small English lexicon to start from: add the words your own customers use. */
export const englishCues: CueLexicon = Object.freeze({
  locale: 'en',
  needs: lists({
    financialBenefit: 'cheap*,discount*,save money,budget,price*,afford*',
    safety: 'safe*,secur*,risk*,guarantee*,warranty,worried',
    comfort: 'comfort*,convenien*,easy,no trouble,no hassle,hassle',
    savingTime: 'quick*,fast*,hurry,in a hurry,save time,as soon as possible,urgent*,wait*',
    prestige: 'exclusive,luxur*,brand,premium,prestig*,impress*',
    beautyAndHealth: 'beaut*,health*,look good,looks good,stylish',
    professionalDevelopment: 'career,my job,for work,learn*,skill*',
    belonging: 'my friends,everyone has,club,community',
  }),
  expectations: lists({
    information: 'inform*,tell me,told me,let me know,explain*',
    options: 'option*,alternative*,choice*,choose',
    engagement: 'listen*,talk to,get back to me,call me',
    complaintHandling: 'complain*,refund*,put it right,fix it,apolog*',
    flexibility: 'flexib*,exception,procedure*,policy',
    creativity: 'idea*,creativ*,suggest*',
    fairness: 'fair*,unfair*,equal*',
    trust: 'trust*,promise*,honest*,rely on,reliable',
  }),
  negations: list("not,no,never,don't,doesn't,didn't,isn't,wasn't,won't,can't,without"),
});

function lists(texts: Readonly<Record<string, string>>): NonNullable<CueLexicon['needs']> {
  return Object.freeze(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, list(text)])),
  );
}

function list(text: string): readonly string[] {
  return Object.freeze(text.split(','));
}
