import type { Unit } from './look-back';

/** Of which multiple a promise is to be: what was said, or what people say in a unit. */
export const multipleFor = ({ multipleOf }: { readonly multipleOf: number }, unit: Unit): number =>
  multipleOf >= 0 ? multipleOf : { minutes: 5, hours: 1, days: 1 }[unit];
