import { plus } from '../numerics/nearly';
import type { TalkingCustomer } from './customer';
import type { wordOfMouthDefaults } from './word-of-mouth-model';

/** How many people a customer tells, for good and for bad. */
export function told(
  { satisfaction, outcome }: TalkingCustomer,
  numbers: Readonly<Record<keyof typeof wordOfMouthDefaults.parameters, number>>,
): Readonly<Record<'positive' | 'negative' | 'net', number>> {
  const silent = numbers[`silentAt.${outcome}`];
  const lead = plus(satisfaction, -silent);
  const most = lead > 0 ? numbers['positive.most'] : 0 - numbers['negative.most'];
  const extreme = lead > 0 ? lead / (100 - silent) : -lead / silent;
  const share = outcome === 'met' ? numbers.toldWhenMet : 1;
  // At curve 0 all tell alike, but at silence nobody.
  const net = lead === 0 ? 0 : most * extreme ** numbers.curve * share + 0;
  return { positive: Math.max(0, net), negative: Math.max(0, 0 - net), net };
}
