import fc from 'fast-check';
import {
  customerHistorySchema,
  type DatedEvent,
  type Expectation,
  type Experience,
  followExpectation,
  formExpectation,
  type OutcomeJudge,
  updateExpectation,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { event, input } from './arbitraries';
import { customer, given, later, tuned } from './given';

const from = new Date('2026-03-01T00:00:00Z');
const on = (day: string) => new Date(`2026-03-${day}:00Z`);
const byPredicted: OutcomeJudge = ({ predicted }, { perceived }) => ({
  outcome: perceived < predicted.mean ? 'below' : 'exceeded',
});

describe('followExpectation', () => {
  const hope = formExpectation(customer({ advertising: 95, wordOfMouth: 80 }));
  const events: DatedEvent[] = [
    { at: on('02T00:00'), event: { kind: 'information', level: 70 } },
    { at: on('05T12:00'), event: { kind: 'experience', perceived: 60 } },
    { at: on('05T12:00'), event: { kind: 'competitorOffer', level: 90 } },
    { at: on('20T00:00'), event: { kind: 'experience', perceived: 99 } },
  ];
  const path = followExpectation(hope, events, { from, judge: byPredicted });

  it('keeps each step with the expectation on both sides (D16)', () => {
    expect(path.start).toEqual(hope);
    expect(path.steps.map(({ at, event: one }) => ({ at, event: one }))).toEqual(events);
    expect(path.end).toEqual(path.steps[3]?.after);
    path.steps.forEach(({ before }, i) => {
      const [since, days] = [path.steps[i - 1]?.after ?? hope, [1, 3.5, 0, 14.5][i] as number];
      expect(before).toEqual(later(since, days));
    });
  });

  it('tells surprise and outcome of experiences alone', () => {
    const [, first, , second] = path.steps;
    expect(path.steps.map(({ outcome }) => outcome)).toEqual([null, 'below', null, 'exceeded']);
    expect(path.steps.map(({ surprise }) => surprise)).toEqual([
      null,
      60 - (first?.before.predicted.mean as number),
      null,
      99 - (second?.before.predicted.mean as number),
    ]);
    expect(path.outcome).toBe('exceeded');
  });

  it('shows the judge the expectation just before, at the stage of the use', () => {
    const seen: [Expectation, Experience][] = [];
    followExpectation(hope, events, {
      from,
      judge: (expectation, experience) => {
        seen.push([expectation, experience]);
        return { outcome: 'met' };
      },
    });
    const { before } = path.steps[1] as { before: Expectation };
    expect(before.stage).toBe('never-used');
    expect(before.promised).toBe(95);
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual([{ ...before, stage: 'first-use' }, { perceived: 60 }]);
  });

  it('ends where it started, but for nothing, without events', () => {
    const none = followExpectation(hope, [], { from, judge: byPredicted });
    const history = { firstPurchase: null, uses: [] };
    expect(none).toEqual({ start: hope, steps: [], end: hope, outcome: null, history });
  });

  it('has no outcome without an experience', () => {
    expect(
      followExpectation(hope, events.slice(0, 1), { from, judge: byPredicted }).outcome,
    ).toBeNull();
  });

  it('is a fold of updateExpectation over the exact days, bit for bit', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e10 }), event), { maxLength: 10 });
    const tunings = fc.constantFrom(undefined, tuned({ desiredRise: 0.9, informationSd: 3 }));
    holds(
      fc.property(input, gaps, tunings, (start, list, parameters) => {
        const formed = formExpectation(start);
        let time = from.getTime();
        let folded = formed;
        const dated = list.map(([gap, one]) => {
          time += gap;
          folded = updateExpectation(folded, one, { elapsedDays: gap / 86_400_000, parameters });
          return { at: new Date(time), event: one };
        });
        // The stage takes dates: only the fold of the levels is without them.
        const history =
          formed.stage === 'first-use' ? { firstPurchase: from, uses: [] } : undefined;
        const options = { from, judge: byPredicted, history, parameters };
        const { end } = followExpectation(formed, dated, options);
        expect(end).toStrictEqual({ ...folded, stage: end.stage });
      }),
    );
  });

  it('counts 24 hours to the day, whatever clocks do', () => {
    // New York springs forward on 2026-03-08: 23 hours from noon to noon.
    const at = new Date('2026-03-08T12:00:00-04:00');
    const { steps } = followExpectation(hope, [{ at, event: { kind: 'information', level: 70 } }], {
      from: new Date('2026-03-07T12:00:00-05:00'),
      judge: byPredicted,
    });
    expect(steps[0]?.before.predicted.variance).toBeCloseTo(
      hope.predicted.variance + 0.75 * (23 / 24),
      10,
    );
  });

  it('changes nothing it was given', () => {
    const frozen = deepFreeze({ hope: { ...hope }, events: structuredClone(events) });
    const again = followExpectation(frozen.hope, frozen.events, { from, judge: byPredicted });
    expect(again).toEqual(path);
  });

  it('is JSON, with its dates as text', () => {
    const text = JSON.parse(JSON.stringify(path));
    expect(text.steps[0].at).toBe('2026-03-02T00:00:00.000Z');
    const revived = {
      ...text,
      steps: text.steps.map((step: { at: string }) => ({ ...step, at: new Date(step.at) })),
      history: customerHistorySchema.parse(text.history),
    };
    expect(revived).toEqual(path);
  });
});

describe('followExpectation refuses', () => {
  const information = { kind: 'information', level: 70 } as const;
  const follow = (
    events: unknown,
    options: unknown = { from, judge: byPredicted },
    start = given(),
  ) => refusal(() => followExpectation(start, events as DatedEvent[], options as never));
  const at = on('02T00:00');

  it.each([
    ['before the start', [{ at: new Date('2026-02-28'), event: information }], 0, from],
    [
      'before the one ahead',
      [
        { at: on('03T00:00'), event: information },
        { at, event: information },
      ],
      1,
      on('03T00:00'),
    ],
  ])('an event %s', (_, events, i, since) => {
    expect(follow(events)).toMatchObject({
      code: 'date-order',
      function: 'followExpectation',
      path: `events[${i}].at`,
      value: events[i]?.at,
      expected: `a date from ${since.toISOString()} on`,
    });
  });

  it.each([
    [[{ at: new Date(Number.NaN), event: information }], 'wrong-type', 'events[0].at'],
    [[{ at: '2026-03-02', event: information }], 'wrong-type', 'events[0].at'],
    [[{ event: information }], 'missing', 'events[0].at'],
    [[{ at }], 'missing', 'events[0].event'],
    [[{ at, event: { ...information, level: 130 } }], 'out-of-range', 'events[0].event.level'],
    [[{ at, evnet: information }], 'unknown-name', 'events[0].evnet'],
    [null, 'wrong-type', 'events'],
  ])('the events %j', (events, code, path) => {
    expect(follow(events)).toMatchObject({ code, function: 'followExpectation', path });
  });

  it('a bad start', () => {
    expect(follow([], undefined, given({ desired: 130 }))).toMatchObject({ path: 'start.desired' });
  });

  it.each([
    [{ judge: byPredicted }, 'missing', 'options.from'],
    [{ from: new Date(Number.NaN), judge: byPredicted }, 'wrong-type', 'options.from'],
    [{ from, judge: undefined }, 'missing', 'options.judge'],
    [{ from, judge: 'byPredicted' }, 'wrong-type', 'options.judge'],
    [undefined, 'missing', 'options'],
  ])('the options %j', (options, code, path) => {
    const call = () =>
      followExpectation(
        given(),
        [{ at, event: { kind: 'experience', perceived: 5 } }],
        options as never,
      );
    expect(refusal(call)).toMatchObject({ code, function: 'followExpectation', path });
  });
});
