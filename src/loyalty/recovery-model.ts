import { assumed, parameterSet } from '../core/parameters';

const regained = (value: number, why: string) =>
  assumed(value, 'share of the satisfaction lost', [0, 2], why);
const justice = 'in the order that Orsingher et al. 2010 found; the size is assumed';

/**
 * What share of the satisfaction lost a recovery wins back. The order is published, the sizes are assumed: all of them
 * together come to a little more than what was lost, as de Matos et al. (2007) found for satisfaction. {@link fitRecovery}
 * learns them.
 */
export const recoveryDefaults = parameterSet({
  id: 'loyalty/recovery-1',
  setting: 'any; the order as meta-analyses found it, the numbers assumed',
  parameters: {
    distributive: regained(0.5, justice),
    interactional: regained(0.35, justice),
    procedural: regained(0.15, justice),
    apology: regained(0.1, 'less than compensation does (Halperin et al. 2022)'),
    apologyRepeated: regained(
      0.15,
      'lost by each further apology: two do worse than none (after Halperin et al. 2022)',
    ),
  },
});
