import { englishCues } from 'overdeliver/survey';
import type * as room from '../../src/survey/index';
import { named } from '../show';
import type { Recipes } from './recipe';

const words = [
  'Is it safe',
  'not',
  'in a hurry',
  'I am',
  'cheap',
  'never',
  '😀',
  'ＳＡＦＥ',
  'İstanbul',
  '.',
  '\u0301',
];

export const listening = {
  findCues: (r) => [
    r.list(r.int(0, 30), () => r.pick(words)).join(' '),
    r.flip()
      ? named('englishCues', { ...englishCues })
      : {
          locale: r.pick(['en', 'tr', 'de']),
          needs: { safety: ['safe', 'in a hurry'] },
          ...r.some({ negations: ['not'], expectations: { trust: ['cheap'] } }),
        },
    r.some({ negationReach: r.int(0, 6) }),
  ],
} satisfies Partial<Recipes<typeof room>>;
