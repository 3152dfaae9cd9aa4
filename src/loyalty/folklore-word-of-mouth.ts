import { parameterSet } from '../core/parameters';
import { bend, heard, people, silentAt } from './word-of-mouth-model';

/**
 * The rule that a satisfied customer tells five people and a dissatisfied one ten. It is folklore, told in many
 * versions, and no default: what customers tell is mostly good (East et al. 2007). Here to be compared with.
 */
export const folkloreWordOfMouth = parameterSet({
  id: 'loyalty/word-of-mouth-folklore',
  setting: 'folklore, held against what studies find; not to be relied on',
  parameters: {
    'positive.most': people(5, 'folklore'),
    'negative.most': people(10, 'folklore'),
    curve: bend(0, 'folklore: whoever is satisfied, or not, tells as much as the next'),
    'silentAt.below': silentAt(50, 'folklore knows no degrees'),
    'silentAt.met': silentAt(50, 'folklore knows no degrees'),
    'silentAt.exceeded': silentAt(50, 'folklore knows no degrees'),
    toldWhenMet: heard(1, 'folklore knows no outcomes'),
  },
});
