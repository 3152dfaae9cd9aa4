import fc from 'fast-check';
import {
  type CustomerHistory,
  classifyStage,
  type DatedEvent,
  type Expectation,
  type ExpectationEvent,
  followExpectation,
  formExpectation,
  updateExpectation,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { event } from './arbitraries';
import { customer, given, tuned } from './given';

const from = new Date('2026-01-01T09:00:00Z');
const day = 86_400_000;
const dayAt = (days: number) => new Date(from.getTime() + days * day);
const judge = () => ({ outcome: 'met' }) as const;
const hope = formExpectation(customer({ wordOfMouth: 80 }));
const purchase = { kind: 'purchase' } as const;
const use = { kind: 'experience', perceived: 70 } as const;
const news = { kind: 'information', level: 70 } as const;
const on = (days: number, what: ExpectationEvent): DatedEvent => ({ at: dayAt(days), event: what });
type Options = Omit<Parameters<typeof followExpectation>[2], 'from' | 'judge'>;
const follow = (events: readonly DatedEvent[], options: Options = {}, start: Expectation = hope) =>
  followExpectation(start, events, { from, judge, ...options });
const stages = (...args: Parameters<typeof follow>) =>
  follow(...args).steps.map(({ before, after }) => [before.stage, after.stage]);

// D12 to D15: never used, first use and its settling in, regular use.
describe('the stage along a path', () => {
  it('grows from never-used through the purchase and the settling-in time to long-term', () => {
    const events = [
      on(2, news),
      on(5, purchase),
      on(7, use),
      on(40, use),
      on(80, use),
      on(95, news),
    ];
    // Bought on day 5, so settled in on day 95, with three uses by then.
    expect(stages(events)).toEqual([
      ['never-used', 'never-used'],
      ['never-used', 'first-use'],
      ['first-use', 'first-use'],
      ['first-use', 'first-use'],
      ['first-use', 'first-use'],
      ['long-term', 'long-term'],
    ]);
  });

  it('is long-term at the very use that is the last one needed', () => {
    expect(stages([on(0, purchase), on(1, use), on(2, use), on(200, use)]).at(-1)).toEqual([
      'first-use',
      'long-term',
    ]);
  });

  it('takes the first experience for a purchase where none was told of', () => {
    expect(stages([on(10, use), on(11, use), on(99, use), on(100, use)])).toEqual([
      ['never-used', 'first-use'],
      ['first-use', 'first-use'],
      ['first-use', 'first-use'],
      ['long-term', 'long-term'],
    ]);
  });

  it('goes by the parameters, and counts the settling-in time in calendar days of the zone', () => {
    const parameters = tuned({ settlingInDays: 1, minimumUses: 1 });
    // Berlin springs forward on 2026-03-29: noon to noon is 23 hours there, 24 in UTC.
    const noon = new Date('2026-03-28T12:00:00+01:00');
    const next = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
    const at = (zone: string | undefined, hours: number) =>
      followExpectation(
        hope,
        [
          { at: noon, event: purchase },
          { at: noon, event: use },
          { at: next(hours), event: news },
        ],
        { from: noon, judge, zone, parameters },
      ).end.stage;
    expect(at('Europe/Berlin', 23)).toBe('long-term');
    expect(at('Europe/Berlin', 22.9)).toBe('first-use');
    expect(at('UTC', 23)).toBe('first-use');
    expect(at(undefined, 24)).toBe('long-term');
  });

  it('goes on from a history', () => {
    const history = { firstPurchase: dayAt(-100), uses: [dayAt(-90), dayAt(-50)] };
    const first = given({ stage: 'first-use' });
    expect(stages([on(1, news), on(2, use)], { history }, first)).toEqual([
      ['first-use', 'first-use'],
      ['first-use', 'long-term'],
    ]);
  });

  it('is long-term for good, whatever is known', () => {
    const history = { firstPurchase: dayAt(-900), uses: [1, 2, 3].map((i) => dayAt(-i)) };
    expect(stages([on(4000, news)], {}, given())).toEqual([['long-term', 'long-term']]);
    expect(stages([on(4000, news)], { history }, given())).toEqual([['long-term', 'long-term']]);
  });

  it('is what the judge sees', () => {
    const seen: string[] = [];
    followExpectation(hope, [on(0, use), on(1, use), on(100, use)], {
      from,
      judge: ({ stage }) => {
        seen.push(stage);
        return { outcome: 'met' };
      },
    });
    expect(seen).toEqual(['first-use', 'first-use', 'long-term']);
  });

  it('is at each step what classifyStage says of what had happened by then', () => {
    const kinds = fc.oneof(event, fc.constant(purchase), fc.constant(use));
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 * day }), kinds), {
      maxLength: 12,
    });
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia');
    const tunings = fc.constantFrom(undefined, tuned({ settlingInDays: 20.5, minimumUses: 2 }));
    holds(
      fc.property(gaps, zones, tunings, (list, zone, parameters) => {
        let time = from.getTime();
        const events = list.map(([gap, one]) => {
          time += gap;
          return { at: new Date(time), event: one };
        });
        const { steps } = follow(events, { zone, parameters });
        // The second computation: the history up to each step, put together by hand.
        const bought = (one: DatedEvent) => ['purchase', 'experience'].includes(one.event.kind);
        events.forEach(({ at }, i) => {
          const known = (upTo: number): CustomerHistory => ({
            firstPurchase: events.slice(0, upTo).find(bought)?.at ?? null,
            uses: events
              .slice(0, upTo)
              .filter((one) => one.event.kind === 'experience')
              .map((one) => one.at),
          });
          const said = [i, i + 1].map(
            (upTo) => classifyStage(known(upTo), { asOf: at, zone, parameters }).stage,
          );
          expect([steps[i]?.before.stage, steps[i]?.after.stage]).toEqual(said);
        });
      }),
      200,
    );
  });
});

describe('the history of a path', () => {
  it('holds the purchase and the uses, to go on from', () => {
    const events = [on(5, purchase), on(7, use), on(40, use), on(80, use), on(95, news)];
    const whole = follow(events);
    expect(whole.history).toEqual({
      firstPurchase: dayAt(5),
      uses: [dayAt(7), dayAt(40), dayAt(80)],
    });
    const first = follow(events.slice(0, 3));
    const { history } = JSON.parse(JSON.stringify(first));
    const rest = followExpectation(first.end, events.slice(3), { from: dayAt(40), judge, history });
    expect([...first.steps, ...rest.steps]).toEqual(whole.steps);
    expect(rest.history).toEqual(whole.history);
  });

  it('is null for a long-term customer of whom none was given, which can be passed on', () => {
    const { history, end } = follow([on(1, use)], {}, given());
    expect(history).toBeNull();
    expect(followExpectation(end, [], { from: dayAt(1), judge, history }).history).toBeNull();
  });
});

describe('a purchase', () => {
  it('moves no level, whoever makes it', () => {
    const options = { elapsedDays: 0 };
    expect(updateExpectation(hope, purchase, options)).toEqual({ ...hope, stage: 'first-use' });
    for (const stage of ['first-use', 'long-term'] as const) {
      expect(updateExpectation(given({ stage }), purchase, options)).toEqual(given({ stage }));
    }
  });
});

describe('followExpectation refuses', () => {
  const refused = (history: unknown, start = given({ stage: 'first-use' })) =>
    refusal(() => follow([], { history: history as CustomerHistory }, start));

  it('a first-use customer without a history', () => {
    for (const none of [undefined, null]) {
      expect(refused(none)).toMatchObject({
        code: 'missing',
        function: 'followExpectation',
        path: 'options.history',
        expected: expect.stringContaining('as classifyStage takes them'),
      });
    }
  });

  it.each([
    ['first-use', { firstPurchase: null, uses: [] }, 'never-used'],
    ['never-used', { firstPurchase: dayAt(-1), uses: [] }, 'first-use'],
    ['long-term', { firstPurchase: dayAt(-1), uses: [] }, 'first-use'],
    [
      'first-use',
      { firstPurchase: dayAt(-99), uses: [1, 2, 3].map((i) => dayAt(-i)) },
      'long-term',
    ],
  ] as const)('a start that is %s where the history %o says %s', (stage, history, said) => {
    expect(refused(history, given({ stage }))).toMatchObject({
      code: 'stage-mismatch',
      function: 'followExpectation',
      path: 'start.stage',
      value: stage,
      expected: `${said}, as the history says for ${from.toISOString()}: form it at that stage, or take it there with { ...start, stage: '${said}' }`,
    });
  });

  it.each([
    [{ firstPurchase: null, uses: [from] }, 'missing', 'options.history.firstPurchase'],
    [{ firstPurchase: dayAt(1), uses: [] }, 'date-order', 'options.from'],
    [{ firstPurchase: dayAt(-3), uses: [dayAt(-4)] }, 'date-order', 'options.history.uses[0]'],
    [{ firstPurchase: dayAt(-3), uses: [dayAt(1)] }, 'date-order', 'options.history.uses[0]'],
    [{ firstPurchase: '2026-01-01', uses: [] }, 'wrong-type', 'options.history.firstPurchase'],
    [{ firstPurchases: null, uses: [] }, 'unknown-name', 'options.history.firstPurchases'],
  ])('the history %j', (history, code, path) => {
    expect(refused(history)).toMatchObject({ code, function: 'followExpectation', path });
  });

  it('a use after the start, which is an event', () => {
    const { expected } = refused({ firstPurchase: dayAt(-3), uses: [dayAt(1)] });
    expect(expected).toBe(
      `a date up to from (${from.toISOString()}); a later use is an experience among the events`,
    );
  });
});
