import type { BalancePlan } from 'overdeliver';
import { balanceChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('a balance', () => {
  it('has its promise at the top, and bands as flat as it', () => {
    const spec = balanceChart(results.balance);
    const { within1Percent, within5Percent, promise, at } = results.balance;
    expect(rowsOf(spec, 'rect')).toEqual(
      [within5Percent, within1Percent].map(({ low, high }) => [{ quote: low, until: high }]),
    );
    expect(rowsOf(spec, 'point')).toEqual([
      [expect.objectContaining({ quote: promise, profit: at.profit })],
    ]);
    const [line = []] = rowsOf(spec, 'line');
    expect(line.every(({ profit }) => Number(profit) >= 0 && Number(profit) <= at.profit)).toBe(
      true,
    );
    expect(spec.description).toContain('kept 86.2% of the time');
    expect(spec.description).toContain('promises of 81.7 to 97.5 earn at most 1% less');
  });

  it('keeps its whole curve where one point alone earns enough', () => {
    const curve = [
      { quote: 1, attraction: 1, goodwillLost: 0, chance: 0.5, profit: -9 },
      { quote: 2, attraction: 1, goodwillLost: 0, chance: 0.6, profit: 1 },
    ];
    const spec = balanceChart({
      ...results.balance,
      curve,
      at: { ...results.balance.at, profit: 1 },
    });
    expect(rowsOf(spec, 'line')[0]).toHaveLength(2);
  });

  const flat = {
    unit: 'days',
    promise: 103,
    chance: { estimate: 0.8 },
    at: { profit: 5 },
    curve: [
      { quote: 100, profit: -1 },
      { quote: 101, profit: 0 },
      { quote: 102, profit: 4.95 },
      { quote: 103, profit: 5 },
      { quote: 104, profit: 4.8 },
    ],
    within1Percent: { ranges: [{ low: 102, high: 103.5 }] },
    within5Percent: {
      ranges: [
        { low: 101.5, high: 103.6 },
        { low: 103.8, high: 104 },
      ],
    },
  } as unknown as BalancePlan;

  it('is read off the picture, without what earns less than nothing', async () => {
    const { marks, x, y } = await pictureOf(balanceChart(flat));
    expect(marks).toEqual([
      'faint green rect at x 101.5 to 103.6',
      'faint green rect at x 103.8 to 104',
      'faint green rect at x 102 to 103.5',
      'blue line: 101 0; 102 4.95; 103 5; 104 4.8',
      'orange rule at x 103',
      'orange circle at x 103, y 5',
      'orange "promise 103" above right of x 103, y 5',
    ]);
    expect(x.title).toBe('Promise (days)');
    expect(Number(x.labels[0])).toBeGreaterThan(100);
    expect(y.title).toBe('Profit per customer told it (as the revenue)');
  });

  it('is told with its money, in its currency where it is named', () => {
    const told = balanceChart(flat, { currency: 'EUR' });
    expect(told.title).toEqual({
      text: 'A promise of 103 days earns most: 5 EUR',
      subtitle: [
        'Dark band: at most 1% less, 102 to 104.',
        'Light band: at most 5% less, 102 to 104 and 104 to 104.',
      ].join(' '),
    });
    expect(told.description).toBe(
      'A curve of the profit per customer by what is promised, from −1 EUR at 100 to 4.8 EUR at 104 days. A promise of 103 days earns most, 5 EUR, and is kept 80% of the time. The top is flat: promises of 102 to 104 earn at most 1% less, of 102 to 104 and 104 to 104 at most 5% less.',
    );
    expect(balanceChart(flat).title.text).toBe('A promise of 103 days earns most: 5');
  });
});
