import { expectationDefaults } from 'overdeliver/expectation';
import { marketplaceSatisfaction } from 'overdeliver/satisfaction';
import {
  expectationSql,
  promisesSql,
  type SqlDialect,
  type SqlGroups,
  satisfactionSql,
} from 'overdeliver/sql';
import { keepRate } from './columnar';

/** The queries that are timed, over a table of orders. */

export const ranksText = (dialect: SqlDialect, from: SqlGroups['from'] = 'orders'): string =>
  promisesSql({ dialect, from, by: 'g', columns: { value: 'x' }, keepRate }).text;

export const curvesText = (dialect: SqlDialect, from: SqlGroups['from'] = 'orders'): string => {
  const columns = { value: 'x', finished: 'f', weight: 'w' };
  return promisesSql({ dialect, from, by: 'g', columns, keepRate }).text;
};

// Summed up, since a table of ten million answers would be a test of the driver.
export const scoresText = (dialect: SqlDialect): string => {
  const columns = { promised: 'p', actual: 'x', unit: 'days' } as const;
  const { text } = satisfactionSql(marketplaceSatisfaction, { dialect, from: 'orders', columns });
  return `SELECT sum(score) AS made, sum(utility) AS also, count(status) AS n FROM (${text}) AS scored`;
};

export const expectationsText = (dialect: SqlDialect): string => {
  const signals = {
    wordOfMouth: 'l',
    advertising: 'l',
    competitorOffer: 'l',
    rolePerception: 'p',
  };
  const columns = { stage: 'never-used', signals } as const;
  const { text } = expectationSql(expectationDefaults, { dialect, from: 'orders', columns });
  return `SELECT sum(desired) AS made, sum(adequate) AS also, sum(predicted_variance) AS v, count(status) AS n FROM (${text}) AS formed`;
};
