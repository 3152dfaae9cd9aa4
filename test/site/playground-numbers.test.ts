import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  byWeek,
  capabilityFromSamples,
  formExpectation,
  judgeOutcome,
  planPromise,
  predictIntention,
  predictSatisfaction,
  toMultipleOf,
} from 'overdeliver';
import {
  backtestPromises,
  ordersFromRows,
  type PromisePolicy,
  promisesAsMade,
  quoteNext,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { estimatorOptions } from '../../docs/.vitepress/playground/orders/estimator-options';
import { pizzeriaCsv } from '../../docs/.vitepress/playground/orders/pizzeria';
import { policyNames } from '../../docs/.vitepress/playground/orders/policy-names';
import { percent, shown } from '../../docs/.vitepress/playground/shared/numbers';
import { runBlock } from '../docs/run-block';
import { openPlayground } from './open-playground';

// It computes what the library computes in Node.

const { code, page, settled, textOf, throwsNothing, visit } = openPlayground();

it('of orders, with code that is true', async () => {
  await visit('#1/orders?sample=pizzeria');
  await settled();
  await page().locator('.play-next').waitFor();
  await settled();
  const csv = pizzeriaCsv();
  const { data } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  const { orders } = ordersFromRows(data, {
    columns: {
      id: 'order',
      started: 'ordered',
      finished: 'delivered',
      cancelled: 'cancelled',
      due: 'promised',
      group: 'area',
    },
    features: ['km'],
    zone: 'Europe/Berlin',
  });
  const { policies, asOf, differences } = backtestPromises(orders, {
    unit: 'minutes',
    keepRate: 0.9,
    from: '2025-02-22T00:00:00Z',
    by: byWeek('Europe/Berlin'),
    policies: {
      yours: promisesAsMade(),
      rolling: quotesFromHistory({ days: 60 }),
      live: quotesFromPromiser(),
      estimator: quotesFromEstimator(estimatorOptions('minutes')),
    },
  });
  for (const [name, { kept, quote }] of Object.entries(policies)) {
    const row = `[data-test=policy-${name}]`;
    expect(await textOf(`${row} [data-test=kept]`)).toBe(percent(kept.share));
    expect(await textOf(`${row} [data-test=mean]`)).toBe(shown(quote.mean));
  }
  const file = join(tmpdir(), `overdeliver-orders-${process.pid}.csv`);
  writeFileSync(file, csv);
  const text = await code();
  expect(text).toContain("readFileSync('orders.csv', 'utf8')");
  const there = text.replace("'orders.csv'", JSON.stringify(file));
  await runBlock({ file: 'playground, orders', line: 1, code: there, run: true });

  // The next order is promised by what came out best, or by another policy that is chosen.
  const setting = { unit: 'minutes', keepRate: 0.9 } as const;
  const next = { id: 'next', started: asOf, group: 'hill', features: { km: 5 } };
  const quote = (policy: PromisePolicy) =>
    `${toMultipleOf(5)(quoteNext(orders, policy, next, setting) ?? 0, 'up')} minutes`;
  const losses = (['rolling', 'live', 'estimator'] as const).map(
    (name) => [differences[name].pinball.estimate ?? Infinity, name] as const,
  );
  const [, best] = losses.sort(([a], [b]) => a - b)[0] ?? [];
  expect(best).toBe('live');
  const by = page().locator('#play-next-by');
  expect(await by.inputValue()).toBe(best);
  expect(await textOf('[data-test=basis]')).toContain(`${policyNames.live} came out best`);
  await page().locator('#play-for-group').selectOption('hill');
  await page().locator('#play-known-0').fill('5');
  // What is being typed stays while the page shows something new.
  const rounding = page().locator('#play-next-round');
  const roundTo = (multiple: string) =>
    rounding.evaluate((field: HTMLInputElement, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }, multiple);
  await roundTo('7');
  await expect.poll(() => textOf('[data-test=next]')).toMatch(/^(56|63|70|77|84) minutes/);
  await roundTo('5');
  expect(await page().locator('#play-known-0').inputValue()).toBe('5');
  await page().keyboard.press('Tab');
  const promised = () => textOf('[data-test=next]');
  await expect.poll(promised, { timeout: 20_000 }).toBe(quote(quotesFromPromiser()));
  const estimator = quotesFromEstimator(estimatorOptions('minutes'));
  await by.selectOption('estimator');
  await expect.poll(promised, { timeout: 20_000 }).toBe(quote(estimator));
  await expect.poll(code, { timeout: 20_000 }).toContain('const policy = quotesFromEstimator(');
  const fitted = (await code()).replace("'orders.csv'", JSON.stringify(file));
  await runBlock({ file: 'playground, next', line: 1, code: fitted, run: true });
  await by.selectOption('rolling');
  await expect.poll(code, { timeout: 20_000 }).toContain('const plan = planPromise(capability');
});

it('of a promise, with code that is true', async () => {
  await visit('#1/promise?keepRate=0.8&durations=31+42+53+64+35+46+57+38+49+50');
  const durations = [31, 42, 53, 64, 35, 46, 57, 38, 49, 50];
  const kitchen = capabilityFromSamples(durations, { unit: 'minutes' });
  const plan = planPromise(kitchen, { keepRate: 0.8, round: toMultipleOf(5) });
  expect(await textOf('[data-test=promise]')).toBe(`${plan.promise} minutes`);
  expect(await textOf('[data-test=chance]')).toContain(percent(plan.chance.estimate));
  await runBlock({ file: 'playground, promise', line: 1, code: await code(), run: true });
});

it('of a customer, with code that is true', async () => {
  await visit('#1/customer?stage=first-use&perceived=90&advertising=-1&firstImpression=60');
  const signals = { wordOfMouth: 80, ownJudgement: 70, firstImpression: 60 };
  const expectation = formExpectation({ stage: 'first-use', signals });
  const { mean } = expectation.predicted;
  const { outcome } = judgeOutcome(expectation, { perceived: 90 });
  const { score } = predictSatisfaction({ expected: mean, perceived: 90 });
  const deeds = predictIntention({ satisfaction: score, outcome, stage: 'first-use' });
  expect(outcome).toBe('exceeded');
  expect(await textOf('[data-test=predicted]')).toBe(shown(mean));
  expect(await textOf('[data-test=outcome]')).toContain('exceeded');
  expect(await textOf('[data-test=satisfaction]')).toContain(shown(score));
  expect(await textOf('[data-test=repurchase]')).toBe(percent(deeds.repurchase));
  await runBlock({ file: 'playground, customer', line: 1, code: await code(), run: true });
});

throwsNothing();
