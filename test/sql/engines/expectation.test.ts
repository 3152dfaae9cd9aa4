import { expectationDefaults, formExpectations, stageNames } from 'overdeliver/expectation';
import { expectationSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { engines } from './engines';

describe.each(engines)('$dialect', (engine) => {
  it('forms an expectation', async () => {
    const n = 1000;
    const wom = Float64Array.from({ length: n }, (_, i) =>
      i % 7 === 0 ? NaN : ((i * 37) % 101) * 0.99,
    );
    const adv = Float64Array.from({ length: n }, (_, i) => (i % 5 === 0 ? NaN : (i * 17) % 101));
    await engine.load('t', { id: Float64Array.from(wom.keys()), wom, adv });
    const q = expectationSql(expectationDefaults, {
      dialect: engine.dialect,
      from: 't',
      keep: ['id'],
      columns: {
        stage: 'never-used',
        signals: {
          wordOfMouth: 'wom',
          advertising: 'adv',
          competitorOffer: 'wom',
          rolePerception: 'adv',
        },
      },
    });
    if (engine.dialect === 'sqlite') console.log(q.text);
    const a = await engine.ask(q.text);
    const b = formExpectations({
      stage: 'never-used',
      signals: { wordOfMouth: wom, advertising: adv, competitorOffer: wom, rolePerception: adv },
    });
    let off = 0;
    for (let i = 0; i < n; i++) {
      const row = Number(a.id?.[i]);
      if (!Object.is(a.predicted_mean?.[i] ?? NaN, b.predictedMean[row])) off++;
      if (!Object.is(a.desired?.[i] ?? NaN, b.desired[row])) off++;
      if (!Object.is(a.adequate?.[i] ?? NaN, b.adequate[row])) off++;
      if (!Object.is(a.predicted_variance?.[i] ?? NaN, b.predictedVariance[row])) off++;
    }
    expect(off).toBe(0);
    console.log(await engine.ask(q.offenders));
  });
});
