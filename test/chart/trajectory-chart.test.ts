import { trajectoryChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

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

  const registers = (adequate: number, mean: number, desired: number, promised: number | null) => ({
    stage: 'first-use',
    predicted: { mean },
    desired,
    adequate,
    promised,
  });
  const steps = [
    {
      at: new Date('2026-03-02'),
      before: registers(72, 90, 95, 98),
      after: registers(73, 85, 94, 98),
      event: { kind: 'experience', perceived: 75 },
      outcome: 'below',
    },
    {
      at: new Date('2026-03-12'),
      before: registers(73, 85, 94, 99),
      after: registers(84.5, 84, 84.2, null),
      event: { kind: 'experience', perceived: 91 },
      outcome: 'exceeded',
    },
  ];
  const drawn = { ...results.path, start: registers(71, 91, 96, 98), steps } as never;

  it('is read off the picture', async () => {
    const { marks, x, y, legend } = await pictureOf(
      trajectoryChart(drawn, { from: '2026-03-01T00:00:00Z' }),
    );
    const over = (...levels: readonly (number | string)[]) =>
      ['01', '02', '02', '12', '12'].map((day, i) => `2026-03-${day} ${levels[i]}`).join('; ');
    expect(marks).toEqual([
      `faint blue area: ${over('71 to 96', '72 to 95', '73 to 94', '73 to 94', '84.5 to 84.2')}`,
      `dashed grey line: ${over(96, 95, 94, 94, 84.2)}`,
      `dashed grey line: ${over(71, 72, 73, 73, 84.5)}`,
      'dashed orange line: 2026-03-01 98; 2026-03-02 98; 2026-03-02 98; 2026-03-12 99; gap',
      `blue line: ${over(91, 90, 85, 85, 84)}`,
      'orange triangle-down at x 2026-03-02, y 75',
      'green triangle-up at x 2026-03-12, y 91',
      // Each six hundredths of the axis above the one below: the axis holds 30 levels.
      'black "adequate" right of x 2026-03-12, y 87.6',
      'black "predicted" right of x 2026-03-12, y 84',
      'black "desired" right of x 2026-03-12, y 85.8',
      'orange "promised" above left of x 2026-03-12, y 99',
    ]);
    expect(x.labels).toEqual(['2026-03-01', '2026-03-02', '2026-03-12']);
    expect([x.title, y.title, x.hasGrid, y.hasGrid]).toEqual([
      'Date',
      'Level (0 to 100)',
      false,
      true,
    ]);
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['70', '100']);
    expect(legend).toEqual([
      'orange triangle-down: below',
      'grey circle: met',
      'green triangle-up: exceeded',
    ]);
  });

  it('is told from its start to its end, with its experiences', () => {
    expect(trajectoryChart(drawn, { from: '2026-03-01T00:00:00Z' }).description).toBe(
      'The level predicted over time, from 91 on 2026-03-01 to 84 on 2026-03-12, on a scale from 0 to 100, as the stage goes from first-use to first-use. At the end the zone of tolerance runs from 84.5 (adequate) to 84.2 (desired). Experiences: 75 on 2026-03-02, below and 91 on 2026-03-12, exceeded.',
    );
  });

  it('has no experience where none was perceived, or none was judged', async () => {
    const [first, second] = steps as [(typeof steps)[0], (typeof steps)[0]];
    const none = [
      { ...first, event: { kind: 'information' } },
      { ...second, outcome: null },
    ];
    const spec = trajectoryChart({ ...results.path, steps: none } as never);
    expect(spec.description).toContain('No experience.');
    const heard = [{ ...first, event: { kind: 'information' } }, second];
    const one = trajectoryChart({ ...results.path, steps: heard } as never);
    expect(rowsOf(one, 'point')).toEqual([
      [{ at: '2026-03-12T00:00:00.000Z', level: 91, outcome: 'exceeded' }],
    ]);
    const { marks, legend } = await pictureOf(spec);
    expect(marks.filter((mark) => mark.includes('triangle'))).toEqual([]);
    expect(legend).toEqual([]);
  });

  it('may begin with its first event, not after it', () => {
    const from = (at: string) => trajectoryChart(drawn, { from: at });
    expect(rowsOf(from('2026-03-02T00:00:00Z'), 'area')[0]?.[0]?.level).toBe(91);
    expect(refusal(() => from('2026-03-02T00:00:00.001Z'))).toMatchObject({
      code: 'date-order',
      path: 'options.from',
    });
  });

  it('names what was promised where that was last known', async () => {
    const kept = steps.map((step, i) => (i === 1 ? { ...step, after: step.before } : step));
    const { marks } = await pictureOf(trajectoryChart({ ...results.path, steps: kept } as never));
    expect(marks.at(-1)).toBe('orange "promised" above left of x 2026-03-12, y 99');
    const never = steps.map(({ before, after, ...step }) => ({
      ...step,
      before: { ...before, promised: null },
      after: { ...after, promised: null },
    }));
    const bare = await pictureOf(trajectoryChart({ ...results.path, steps: never } as never));
    expect(bare.marks.join()).not.toMatch(/promised|dashed orange/);
  });
});
