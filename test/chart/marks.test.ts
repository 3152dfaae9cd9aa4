import { capabilityFromSamples, planPromise, planWindow } from 'overdeliver';
import {
  assumptionsChart,
  backtestChart,
  balanceChart,
  calibrationChart,
  capabilityChart,
  explanationChart,
  frontierChart,
  journeyGapsChart,
  kanoChart,
  keptRateChart,
  satisfactionChart,
  stagesChart,
  survivalChart,
  trajectoryChart,
} from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';
import { refusal } from '../core/refusal';
import { layersOf, rowsOf } from './marks-of';
import * as results from './results';

const { rates, months, bySegment, alarms } = results.ledger();

describe('a promise', () => {
  const spec = capabilityChart(results.counted, { plan: results.plan });

  it('stands where it was planned, with its margin, its chance and its interval', () => {
    expect(results.plan.promise).toBe(18);
    expect(rowsOf(spec, 'rect')).toEqual([[{ quantity: 18, until: 10 }]]);
    const [typical, promise, interval] = rowsOf(spec, 'rule');
    expect([typical, promise]).toEqual([[{ quantity: 10 }], [{ quantity: 18 }]]);
    expect(interval).toEqual([expect.objectContaining({ quantity: 18, chance: 0.9 })]);
  });

  it('lies on a curve that rises by one in twenty at each of nineteen observations', () => {
    const [line = []] = rowsOf(spec, 'line');
    expect(line).toHaveLength(38);
    expect(line.at(-1)).toMatchObject({ quantity: 19, chance: 0.95 });
    expect(line.slice(0, 3).map(({ quantity, chance }) => [quantity, chance])).toEqual([
      [1, 0],
      [1, 0.05],
      [2, 0.05],
    ]);
  });

  it('is told with its numbers', () => {
    expect(spec.description).toContain(
      'The promise of 18 business days is kept 90% of the time (74% to 98.8%).',
    );
    expect(spec.description).toContain('It lies 8 from the typical 10 business days');
  });

  it('is a window with two ends', () => {
    const plan = planWindow(results.counted, { keepRate: 0.8 });
    const window = capabilityChart(results.counted, { plan });
    expect(rowsOf(window, 'rect')).toEqual([[{ quantity: plan.from, until: plan.to }]]);
    expect(
      rowsOf(window, 'text')
        .flat()
        .map(({ text }) => text),
    ).toEqual(['typical 10', `from ${plan.from}`, `to ${plan.to}`]);
  });

  it('of a level lies below what is typical', () => {
    const levels = capabilityFromSamples(
      Array.from({ length: 19 }, (_, i) => i + 1),
      { unit: 'points', better: 'higher' },
    );
    const level = capabilityChart(levels, { plan: planPromise(levels, { keepRate: 0.9 }) });
    expect(rowsOf(level, 'rect')).toEqual([[{ quantity: 2, until: 10 }]]);
    const [line = []] = rowsOf(level, 'line');
    expect([line[0], line.at(-1)]).toEqual([
      expect.objectContaining({ quantity: 19, chance: 0 }),
      expect.objectContaining({ quantity: 1, chance: 0.95 }),
    ]);
    expect(level.description).toContain('Half are delivered at 10 points or more.');
  });

  it('of a smooth capability lies on a curve without steps', () => {
    const [line = []] = rowsOf(capabilityChart(results.smooth), 'line');
    expect(line.length).toBeGreaterThan(300);
    expect(new Set(line.map(({ quantity }) => quantity)).size).toBe(line.length);
    // Exponential of mean 45.
    for (const { quantity, chance } of line) {
      expect(chance).toBeCloseTo(1 - Math.exp(-Number(quantity) / 45), 9);
    }
  });

  it('without a plan says what is typical', () => {
    const bare = capabilityChart(results.smooth);
    expect(bare.title.text).toBe('What can be delivered, in minutes');
    expect(bare.description).toContain('Half are delivered within 31.2 minutes.');
  });

  it('does not tell a median that is not known', () => {
    const hidden = capabilityFromSamples([1, 2, 3], { unit: 'days' });
    expect(capabilityChart({ ...hidden, identified: 0.4 }).description).not.toContain('Half');
  });
});

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
});

describe('a backtest', () => {
  const spec = backtestChart(results.report);

  it('has a month without promises as null, not as none kept', () => {
    const [yours = []] = rowsOf(spec, 'line');
    const march = yours.find(({ period }) => String(period).startsWith('2026-03'));
    expect(march).toMatchObject({ kept: null, low: null, high: null, quote: null });
    expect(yours.map(({ kept }) => kept === null)).toEqual([false, false, true, false]);
  });

  it('draws nothing there', async () => {
    const svg = await toSvg(spec);
    // January and February, then April: a line that breaks begins anew.
    expect(
      svg.match(/mark-line role-mark[^"]*"[^>]*><path d="M[^"]*M[^"]*"/g)?.length,
    ).toBeGreaterThan(0);
  });

  it('is told policy by policy', () => {
    const { kept, quote } = results.report.policies.yours;
    const percent = Number((100 * Number(kept.share)).toPrecision(3));
    expect(spec.description).toContain(
      `Policy yours kept ${percent}%, with promises of ${quote.mean} days on average`,
    );
  });

  it('says so where no promise fell due', () => {
    const { yours } = results.report.policies;
    const none = { ...yours, kept: { share: null, low: null, high: null, n: 0 }, worst: null };
    expect(
      backtestChart({ ...results.report, policies: { yours: none, rolling: none } }).description,
    ).toContain('Of policy yours no promise fell due.');
  });
});

describe('a frontier', () => {
  it('has a point for each keep rate, and none where no promise fell due', () => {
    const [one, two] = results.frontiers.rolling;
    if (!one || !two) throw new Error('two points');
    const empty = {
      ...two,
      kept: { share: null, low: null, high: null, n: 0 },
      quote: { mean: null, median: null },
    };
    const spec = frontierChart({ ours: [one, empty] }, { unit: 'days' });
    const [points = []] = rowsOf(spec, 'point');
    expect(points.map(({ asked, kept, quote }) => [asked, kept, quote])).toEqual([
      ['50%', one.kept.share, one.quote.mean],
      ['90%', null, null],
    ]);
    expect(spec.description).toContain('asked to keep 90%, no promise fell due');
  });
});

describe('kept rates', () => {
  const spec = keptRateChart(rates, { alarms, keepRate: 0.9 });

  it('leave a week without promises open', () => {
    const [points = []] = rowsOf(spec, 'point');
    expect(rates).toHaveLength(9);
    expect(points).toHaveLength(10);
    expect(points[3]).toEqual({
      period: '2026-01-15T12:00:00.000Z',
      rate: null,
      low: null,
      high: null,
      due: 0,
    });
  });

  it('are labelled by ISO year and week', async () => {
    const svg = await toSvg(keptRateChart(rates, { width: 2000 }));
    // 2025 has 52 weeks; that of Monday 29 December is the first one of 2026.
    const labels = [...svg.matchAll(/>(\d{4}-W\d\d)</g)].map(([, label]) => label);
    expect(labels.slice(0, 3)).toEqual(['2025-W52', '2026-W01', '2026-W02']);
  });

  it('carry their alarms, from when it went wrong', () => {
    const [first] = alarms.alarms;
    if (!first) throw new Error('an alarm');
    const [bands = []] = rowsOf(spec, 'rect');
    expect(bands).toHaveLength(alarms.alarms.length);
    expect(bands[0]).toMatchObject({
      since: first.since.toISOString(),
      period: first.at.toISOString(),
    });
    expect(spec.description).toContain(
      `on ${first.at.toISOString().slice(0, 10)} after ${first.broken} of ${first.due}`,
    );
  });

  it('of one group name it at their alarms', () => {
    const named = { ...alarms, alarms: alarms.alarms.map((alarm) => ({ ...alarm, key: 'north' })) };
    const [texts = []] = rowsOf(keptRateChart(rates, { alarms: named }), 'text');
    expect(texts[0]?.text).toMatch(/^north: alarm 2026-/);
  });

  it('by day, month and segment stand in their order', () => {
    const days = ['2026-03-02', '2026-02-28'].map((key) => ({
      ...(rates[0] as (typeof rates)[0]),
      key,
    }));
    expect(rowsOf(keptRateChart(days), 'point')[0]).toHaveLength(3);
    expect(
      rowsOf(keptRateChart(months), 'point')[0]?.map(({ period }) => String(period).slice(0, 7)),
    ).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    expect(rowsOf(keptRateChart(bySegment), 'point')[0]?.map(({ period }) => period)).toEqual([
      'even',
      'odd',
    ]);
    expect(rowsOf(keptRateChart(bySegment), 'line')).toEqual([]);
  });

  it('are not filled in from a date that lies far from all others', () => {
    const far = ['1000-01-06', '2026-03-04'].map((key) => ({
      ...(rates[0] as (typeof rates)[0]),
      key,
    }));
    expect(rowsOf(keptRateChart(far), 'point')[0]).toHaveLength(2);
  });

  it('of which none fell due are told as such', () => {
    const none = { ...(rates[0] as (typeof rates)[0]), due: 0, rate: null, low: null, high: null };
    const spec = keptRateChart([none]);
    expect(spec.title.text).toBe('No promise fell due');
    expect(spec.description).toContain('2025-12-22 none due');
  });

  it('take a day that is none for a name', () => {
    const odd = { ...(rates[0] as (typeof rates)[0]), key: '2026-02-30' };
    expect(rowsOf(keptRateChart([odd]), 'point')[0]?.[0]?.period).toBe('2026-02-30');
  });
});

describe('a path', () => {
  it('jumps at each event, within its zone, and has its experiences', () => {
    const spec = trajectoryChart(results.path);
    const [zone = []] = rowsOf(spec, 'area');
    expect(zone.map(({ at }) => at)).toEqual([
      '2026-03-02T00:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
      '2026-03-09T00:00:00.000Z',
      '2026-03-09T00:00:00.000Z',
    ]);
    const [before, after] = zone;
    const [step] = results.path.steps;
    expect(before).toMatchObject({
      level: step?.before.predicted.mean,
      desired: step?.before.desired,
    });
    expect(after).toMatchObject({
      level: step?.after.predicted.mean,
      adequate: step?.after.adequate,
    });
    expect(rowsOf(spec, 'point')).toEqual([
      [{ at: '2026-03-09T00:00:00.000Z', level: 78, outcome: 'below' }],
    ]);
    // What was promised counts until it was held against the use: then there is none, and no line.
    expect(zone.map(({ promised }) => promised)).toEqual([95, 95, 95, null]);
  });

  it('begins when it was formed, where that is said', () => {
    const spec = trajectoryChart(results.path, { from: '2026-03-01T00:00:00Z' });
    const [zone = []] = rowsOf(spec, 'area');
    expect(zone).toHaveLength(5);
    expect(zone[0]).toMatchObject({
      at: '2026-03-01T00:00:00.000Z',
      level: results.path.start.predicted.mean,
    });
  });

  it('without an experience says so', () => {
    const steps = results.path.steps.slice(0, 1).map((step) => ({
      ...step,
      before: { ...step.before, promised: null },
      after: { ...step.after, promised: null },
    }));
    const spec = trajectoryChart({ ...results.path, steps } as typeof results.path);
    expect(spec.description).toContain('No experience.');
    expect(rowsOf(spec, 'point')).toEqual([]);
  });
});

describe('satisfaction', () => {
  it('has a row without a score as null, and those who wait as a series of their own', () => {
    const spec = satisfactionChart(results.columns, results.scored);
    const [points = []] = rowsOf(spec, 'point');
    const [early, , late] = results.scored.score;
    expect(points.map(({ gap, score, asked }) => [gap, score, asked])).toEqual([
      [2, early, 'served'],
      [0, results.scored.score[1], 'served'],
      [-2, late, 'still waiting'],
      [null, null, 'served'],
    ]);
    expect(rowsOf(spec, 'line')).toHaveLength(2);
  });

  it('takes costs and levels, and draws no line through different promises', () => {
    const costs = {
      promised: Float64Array.of(10, 20),
      actual: Float64Array.of(8, 21),
      currency: 'EUR',
    };
    const score = Float64Array.of(80, 60);
    const spec = satisfactionChart(costs, { score });
    expect(rowsOf(spec, 'point')[0]?.map(({ gap }) => gap)).toEqual([2, -1]);
    expect(rowsOf(spec, 'line')).toEqual([]);
    const levels = { expected: Float64Array.of(70, 70), perceived: Float64Array.of(80, 60) };
    expect(rowsOf(satisfactionChart(levels, { score }), 'point')[0]?.map(({ gap }) => gap)).toEqual(
      [10, -10],
    );
  });

  it('tells only the series that have a point', () => {
    const score = Float64Array.of(80, 70, Number.NaN, 60);
    expect(satisfactionChart(results.columns, { score }).description).not.toContain(
      'Still waiting',
    );
  });
});

describe('an explanation', () => {
  it('goes from its reference by its terms to its score', () => {
    const [bars = []] = rowsOf(explanationChart(results.late), 'bar');
    const { reference, prediction, contributions } = results.late;
    expect(bars.map(({ term }) => term)).toEqual([
      'satisfaction if kept',
      'time.performance',
      'time.loss',
      'satisfaction',
    ]);
    expect(bars[0]).toMatchObject({ from: 0, to: reference.score, sign: 'total' });
    expect(bars[1]).toMatchObject({
      from: reference.score,
      to: reference.score + (contributions[0]?.points ?? 0),
      sign: 'takes',
    });
    expect(bars[2]?.to).toBeCloseTo(prediction.score, 9);
    expect(bars[3]?.to).toBe(prediction.score);
  });

  it('counts the terms that it leaves out', () => {
    expect(explanationChart(results.late).title.subtitle).toBe(
      'Left out: 2 terms that add nothing.',
    );
    const one = { ...results.late, contributions: results.late.contributions.slice(0, 2) };
    expect(explanationChart(one).title.subtitle).toBe('Left out: a term that adds nothing.');
    expect(explanationChart(results.formed).title.subtitle).toBeUndefined();
  });

  it('of an expectation begins at 0', () => {
    const [bars = []] = rowsOf(explanationChart(results.formed, { register: 'desired' }), 'bar');
    expect(bars.map(({ term }) => term)).toEqual([
      'predicted',
      'aspiration',
      'competitorOffer',
      'level desired',
    ]);
    expect(bars[0]).toMatchObject({ from: 0, sign: 'adds' });
    expect(bars.at(-1)?.to).toBe(results.formed.expectation.desired);
    expect(bars.at(-2)?.to).toBeCloseTo(results.formed.expectation.desired, 9);
  });

  it('names a reference of one’s own', () => {
    const given = {
      ...results.late,
      reference: { ...results.late.reference, name: 'given' as const },
    };
    expect(explanationChart(given).description).toContain('satisfaction of the reference 76');
  });
});

describe('gaps', () => {
  it('have no interval where one answer gives none', () => {
    const spec = journeyGapsChart(results.gaps);
    const [, intervals = []] = rowsOf(spec, 'rule');
    expect(intervals.find(({ touchpoint }) => String(touchpoint).startsWith('van'))).toMatchObject({
      gap: -10,
      low: null,
      high: null,
      verdict: 'unclear',
    });
    expect(spec.description).toContain('van −10, unclear');
    expect(spec.description).toContain('Ask more at van and shop.');
  });

  it('are told where none falls short', () => {
    const [first] = results.gaps.gaps;
    if (!first) throw new Error('a gap');
    const spec = journeyGapsChart({ gaps: [{ ...first, worth: 0 }], askMore: [] });
    expect(spec.title.text).toBe('No touchpoint falls short');
    expect(spec.description).not.toContain('Ask more');
  });
});

describe('a map of features', () => {
  it('turns what lacking does round, and has none for a feature without answers', () => {
    const spec = kanoChart(results.kano);
    const [points = []] = rowsOf(spec, 'point');
    expect(points.map(({ feature, better, worse }) => [feature, better, worse])).toEqual([
      ['track', 0.15, 1],
      ['ribbon', 0.6, 0],
      ['nobody', null, null],
    ]);
    expect(spec.description).toContain('nobody without answers');
  });
});

describe('calibration', () => {
  it('says how many groups came true', () => {
    const spec = calibrationChart(results.curve);
    expect(spec.title.text).toBe('In 1 of 2 groups the interval holds what was predicted');
    expect(spec.description).toContain('50% predicted, 70% (60% to 78%) of 100 observed');
    const domain = layersOf(spec)[0]?.encoding.x?.scale?.domain;
    expect(domain).toEqual([0, 0.8]);
  });

  it('of chances of 0 has an axis all the same', () => {
    const spec = calibrationChart([{ n: 3, predicted: 0, observed: 0, low: 0, high: 0 }]);
    expect(layersOf(spec)[0]?.encoding.x?.scale?.domain).toEqual([0, 0.1]);
  });
});

describe('those under way', () => {
  it('are those of Kaplan and Meier', () => {
    const spec = survivalChart(results.censored);
    const [line = []] = rowsOf(spec, 'line');
    // 5/6; 4/6; after one leaves 2/3 of that; then 1/2 of that.
    const byHand = [
      [0, 1],
      [1, 1],
      [1, 5 / 6],
      [2, 5 / 6],
      [2, 4 / 6],
      [4, 4 / 6],
      [4, 4 / 9],
      [5, 4 / 9],
      [5, 2 / 9],
    ];
    expect(line.map(({ elapsed }) => elapsed)).toEqual(byHand.map(([at]) => at));
    for (const [i, { underWay }] of line.entries()) {
      expect(underWay).toBeCloseTo(byHand[i]?.[1] as number, 12);
    }
    expect(spec.description).toContain('1 is still under way, the oldest for 6 days');
  });

  it('have the interval of the capability, turned round', () => {
    const [band = []] = rowsOf(survivalChart(results.censored), 'area');
    const interval = results.censored.chanceInterval?.(4);
    const at4 = band.filter(({ elapsed }) => elapsed === 4).at(-1);
    expect([at4?.low, at4?.high]).toEqual([1 - (interval?.high ?? 0), 1 - (interval?.low ?? 0)]);
  });

  it('that were counted have the interval of a share', () => {
    const [band = []] = rowsOf(survivalChart(results.counted), 'area');
    // Wilson 1927, 10 of 19 at 95%.
    const at10 = band.filter(({ elapsed }) => elapsed === 10).at(-1);
    expect(at10?.low).toBeCloseTo(1 - 0.7267, 3);
    expect(at10?.high).toBeCloseTo(1 - 0.3171, 3);
    expect(band.at(-1)).toMatchObject({ elapsed: 19, underWay: 0 });
  });

  it('of a family have none, and end before they run on for ever', () => {
    const spec = survivalChart(results.smooth);
    expect(rowsOf(spec, 'area')).toEqual([]);
    const [line = []] = rowsOf(spec, 'line');
    expect(line.every(({ low, high }) => low === null && high === null)).toBe(true);
    expect(line.at(-1)?.underWay).toBeCloseTo(0.001, 9);
    expect(spec.title.subtitle).not.toContain('interval');
    expect(spec.description).not.toContain('finished');
  });

  it('of deviations are none', () => {
    const early = capabilityFromSamples([-5, 2, 4], { unit: 'minutes', deviations: true });
    const found = refusal(() => survivalChart(early));
    expect(found).toMatchObject({ path: 'capability', code: 'out-of-range' });
  });

  it('of whom more than half are never seen to end say so', () => {
    const spec = survivalChart({ ...results.censored, identified: 0.3 });
    expect(spec.title.text).toBe('66.7% are under way for longer than 2 days');
  });
});

describe('stages', () => {
  it('lie on each other and make up all customers', () => {
    const spec = stagesChart(results.simulation);
    const [bold = []] = rowsOf(spec, 'area');
    const first = bold.slice(0, 4);
    expect(first.map(({ stage }) => stage)).toEqual([
      'never-used',
      'first-use',
      'long-term',
      'gone',
    ]);
    expect(first[0]?.from).toBe(0);
    for (const [i, { from }] of first.slice(1).entries()) expect(from).toBe(first[i]?.to);
    expect(first[3]?.to).toBeCloseTo(100, 9);
  });
});

describe('assumptions', () => {
  it('come with both ends, and null where a model does not take one', () => {
    const [first] = results.deciding.assumptions;
    if (!first) throw new Error('an assumption');
    const assumptions = [{ ...first, atMost: null }, ...results.deciding.assumptions.slice(1)];
    const spec = assumptionsChart({ ...results.deciding, assumptions }, { most: 2 });
    const [points = []] = rowsOf(spec, 'point');
    expect(points).toHaveLength(4);
    expect(points[1]).toMatchObject({ number: first.path, regret: null, value: null });
    expect(spec.description).toContain('not taken at its most');
    expect(spec.title.text).toBe(`Most hangs on ${first.path}`);
  });

  it('that change nothing are told as such', () => {
    const assumptions = results.deciding.assumptions.map((one) => ({ ...one, regret: 0 }));
    expect(assumptionsChart({ ...results.deciding, assumptions }).title.text).toBe(
      'No assumption changes the decision',
    );
  });
});
