import { type LivePromiser, type LivePromiserOptions, livePromiser } from 'overdeliver';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';
import { uniforms } from '../uniforms';

/** A steady stream: one order a second, each asked for, started and finished; log-normal durations. */
function streamOf(orders: number, underWay: number, features?: Readonly<Record<string, number>>) {
  const next = uniforms(11);
  const ids = Array.from({ length: orders }, (_, i) => `order-${i}`);
  const groups = Array.from({ length: 50 }, (_, i) => `group-${i}`);
  const ends = Float64Array.from(ids, (_, i) => {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return 1000 * i + Math.ceil(1000 * underWay * Math.exp(0.4 * normal - 0.08));
  });
  const byEnd = Uint32Array.from(ids, (_, i) => i).sort(
    (a, b) => (ends[a] as number) - (ends[b] as number),
  );
  let started = 0;
  let ended = 0;
  const first = Date.UTC(2026, 0, 1);
  /** Goes on by a number of events. */
  const run = (promiser: LivePromiser, events: number) => {
    let sum = 0;
    for (let i = 0; i < events; ) {
      const finishing = byEnd[ended] as number;
      const end = ends[finishing] as number;
      if (end <= 1000 * started) {
        promiser.finish({ id: ids[finishing] as string, at: new Date(first + end) });
        ended++;
        i++;
      } else {
        const at = new Date(first + 1000 * started);
        const group = groups[started % 50] as string;
        sum += promiser.quote({ at, group, features }).promise ?? 0;
        promiser.start({ id: ids[started] as string, at, group, features });
        started++;
        i += 2;
      }
    }
    return sum;
  };
  return run;
}

/** Open around the clock, but for a minute each night: all the work of a calendar, and the same durations. */
const calendar = {
  zone: 'Europe/Berlin',
  open: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      ['00:01-24:00'],
    ]),
  ),
};

const newPromiser = (underWay: number, options?: Pick<LivePromiserOptions, 'calendar'>) =>
  livePromiser({ unit: 'minutes', keepRate: 0.9, typical: underWay / 60, ...options });

function searches(count: number): () => number {
  const next = uniforms(5);
  const sorted = Float64Array.from({ length: 100_000 }, () => next()).sort();
  const wanted = Float64Array.from({ length: count }, () => next());
  return () => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const x = wanted[i] as number;
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] as number) < x) low = middle + 1;
        else high = middle;
      }
      sum += low;
    }
    return sum;
  };
}

function againstSearch(
  name: string,
  options?: Pick<LivePromiserOptions, 'calendar'>,
  features?: Readonly<Record<string, number>>,
) {
  const events = 30_000;
  const busy = newPromiser(100_000, options);
  const run = streamOf(750_000, 100_000, features);
  // Until as many end as start.
  run(busy, 900_000);
  const { ratio, subject } = timePairs(() => run(busy, events), searches(events));
  return [
    row('live', name, 'ratio to a binary search over 100,000', ratio),
    row('live', name, 'microseconds', (1000 * subject) / events),
  ];
}

/**
 * The slowest event of a million. The machine holds up events of its own accord, never the same one three times: of each
 * event the least of three identical runs counts.
 */
function slowest() {
  const least = new Float64Array(1_000_000).fill(Infinity);
  for (let time = 0; time < 3; time++) {
    const promiser = newPromiser(100_000);
    const run = streamOf(600_000, 100_000);
    for (let i = 0; i < 1_000_000; i++) {
      const began = process.hrtime.bigint();
      run(promiser, 1);
      const took = Number(process.hrtime.bigint() - began);
      if (took < (least[i] as number)) least[i] = took;
    }
  }
  // The first ones are run before the engine has compiled anything.
  const sorted = least.subarray(20_000).sort();
  const median = sorted[sorted.length >> 1] as number;
  return [
    row(
      'live',
      '1,000,000 events, 100,000 under way',
      'slowest / median',
      (sorted.at(-1) as number) / median,
    ),
  ];
}

function overTime() {
  const [early, late] = [newPromiser(10_000), newPromiser(10_000)];
  // Streams of equal length, so that the caller's own part costs the same.
  const [runEarly, runLate] = [streamOf(400_000, 10_000), streamOf(400_000, 10_000)];
  runEarly(early, 100_000);
  runLate(late, 1_000_000);
  const size = (promiser: LivePromiser) => JSON.stringify(promiser).length;
  const growth = size(late) / size(early);
  const { ratio } = timePairs(
    () => runLate(late, 3000),
    () => runEarly(early, 3000),
    31,
  );
  const name = '1,000,000 events';
  return [
    row('live', name, 'cost per event / that of the first 100,000', ratio),
    row('live', name, 'snapshot at the end / after 100,000, bytes', growth),
  ];
}

export const live: Bench = {
  room: 'live',
  run: () => [
    ...againstSearch('an event with 100,000 orders under way'),
    ...againstSearch(
      'the same with two features and a calendar',
      { calendar },
      { items: 3, km: 7.5 },
    ),
    ...overTime(),
    ...slowest(),
  ],
};
