/**
 * The needs that practice names most. The list is open: any other string is a need as well.
 */
export const commonNeeds = Object.freeze([
  'financialBenefit',
  'safety',
  'comfort',
  'savingTime',
  'prestige',
  'beautyAndHealth',
  'professionalDevelopment',
  'belonging',
] as const);

/** One of {@link commonNeeds}, or a name of your own. */
export type Need = (typeof commonNeeds)[number] | (string & {});
