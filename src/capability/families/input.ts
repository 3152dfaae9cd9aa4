import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import type { Family } from './family';

/** Reads a family, rather than its name. */
export function readFamily<Name extends string>(family: Family<Name>): Family<Name> {
  const good = reading('family', family, () => {
    const { kind, bounds, distribution, fit, fromMoments }: Partial<Family<Name>> = Object(family);
    const functions = [distribution, fit, fromMoments].every((one) => typeof one === 'function');
    return typeof kind === 'string' && typeof bounds === 'object' && bounds !== null && functions;
  });
  return good
    ? family
    : refuse('family', family, 'a family, such as gamma or lognormal', 'wrong-type');
}
