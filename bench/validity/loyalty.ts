import { type TalkingCustomers, wordOfMouthAmong } from 'overdeliver/loyalty';
import { type Bench, row } from '../report';
import { readTable } from './data';

/** Whether the customers of the index survey tell as much more good than bad as studies found. */
export const loyalty: Bench = {
  room: 'loyalty',
  run() {
    const table = readTable('ecsi-mobi.csv');
    if (table === null) return [];
    const groups = table.map(({ CUSA1, CUSA2, CUSA3 }): TalkingCustomers => {
      const answer = (Number(CUSA1) + Number(CUSA2) + Number(CUSA3)) / 3;
      return { satisfaction: (100 * (answer - 1)) / 9, outcome: 'met', customers: 1 };
    });
    const { customers, positive, negative, ratio, anyNegative } = wordOfMouthAmong(groups);
    const name = 'ecsi-mobi.csv, all taken as met';
    return [
      row('loyalty', name, 'customers', customers),
      row('loyalty', name, 'people told good, per customer', positive / customers),
      row('loyalty', name, 'people told bad, per customer', negative / customers),
      row('loyalty', name, 'good per bad (East et al. 2007: about 3)', ratio ?? Number.NaN),
      row('loyalty', name, 'chance of at least one bad word', anyNegative),
    ];
  },
};
