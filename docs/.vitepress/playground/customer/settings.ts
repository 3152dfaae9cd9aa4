/** A customer and what happened; -1 says that they have nothing to go by. All of it stands in the address. */
export const customerDefaults = {
  stage: 'never-used',
  wordOfMouth: 80,
  advertising: 95,
  companyPromise: -1,
  pastExperience: -1,
  ownJudgement: 70,
  firstImpression: -1,
  longTermExperience: -1,
  competitorOffer: -1,
  rolePerception: -1,
  perceived: 74,
};
export type CustomerSettings = typeof customerDefaults;

/** The factors that are a level of their own. */
export const levelFactors = [
  'wordOfMouth',
  'advertising',
  'companyPromise',
  'pastExperience',
  'ownJudgement',
  'firstImpression',
  'longTermExperience',
  'competitorOffer',
  'rolePerception',
] as const;
export type LevelFactor = (typeof levelFactors)[number];

/** As a person would say it. */
export const factorNames: Readonly<Record<LevelFactor, string>> = {
  wordOfMouth: 'what others say',
  advertising: 'advertising',
  companyPromise: 'what you promised',
  pastExperience: 'similar things used before',
  ownJudgement: 'their own judgement',
  firstImpression: 'the first use',
  longTermExperience: 'long use',
  competitorOffer: "a competitor's offer",
  rolePerception: 'how they see their own part',
};
