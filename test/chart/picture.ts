import type { VegaLiteSpec } from 'overdeliver/chart';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import '../../docs/.vitepress/pictures/to-svg';
import { palettes } from '../../src/chart/theme';

/** What Vega drew, in as far as it is read here. */
export interface Item {
  readonly x: number;
  readonly y: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string | null;
  readonly opacity?: number;
  readonly strokeDash?: readonly number[];
  readonly shape?: string;
  readonly defined?: boolean;
  readonly text?: string | string[];
  readonly align?: string;
  readonly baseline?: string;
  readonly dx?: number;
  readonly dy?: number;
  readonly orient?: string;
  readonly tooltip?: Readonly<Record<string, string>>;
  readonly bounds: Readonly<Record<'x1' | 'x2' | 'y1' | 'y2', number>>;
  readonly datum: { readonly value?: unknown };
  readonly items?: readonly Mark[];
}
export interface Mark {
  readonly marktype: string;
  readonly role: string;
  readonly items: readonly Item[];
}

/** The scene that Vega draws of a chart, from its frame on. */
export async function sceneOf(spec: VegaLiteSpec): Promise<Mark> {
  const view = new View(parse(compile(spec as TopLevelSpec).spec), { renderer: 'none' });
  await view.runAsync();
  return (view.scenegraph() as unknown as { readonly root: Mark }).root;
}

/** Marks of a role that lie under others, however deep. */
export const under = (marks: readonly Mark[], role: string): readonly Mark[] =>
  marks.flatMap((mark) =>
    mark.role === role ? [mark] : mark.items.flatMap(({ items = [] }) => under(items, role)),
  );
export const itemsUnder = (marks: readonly Mark[], role: string): readonly Item[] =>
  under(marks, role).flatMap(({ items }) => items);

const names = ['blue', 'orange', 'green', 'pink', 'olive', 'indigo'];
const { light } = palettes;
const colours = new Map([
  ...light.series.map((colour, i) => [colour, names[i] as string] as const),
  [light.muted, 'grey'],
  [light.ink, 'black'],
]);
const look = ({ fill, stroke, opacity = 1, strokeDash = [1, 0] }: Item) => {
  const isDashed = strokeDash.length > 0 && strokeDash[1] !== 0;
  const colour = colours.get(fill ?? stroke ?? '') ?? `${fill ?? stroke}`;
  return `${opacity < 1 ? 'faint ' : ''}${isDashed ? 'dashed ' : ''}${colour}`;
};

/** On which side of its place a text stands: across it where it would cover it. */
export function sideOf({ align = 'center', baseline = 'middle', dx = 0, dy = 0 }: Item): string {
  const across = { left: dx < 0, right: dx > 0, center: dx !== 0 }[align];
  if (across || (baseline === 'bottom' && dy > 0) || (baseline === 'top' && dy < 0))
    return 'across';
  const height = baseline === 'bottom' || dy < 0 ? 'above' : '';
  const depth = baseline === 'top' || dy > 0 ? 'below' : '';
  const side = { left: 'right', right: 'left' }[align] ?? '';
  return [height, depth, side].filter(Boolean).join(' ') || 'upon';
}

const written = (x: unknown) =>
  typeof x === 'number' ? String(Number(x.toPrecision(4)) + 0) : String(x);
const isTime = (value: unknown) => value instanceof Date || /^\d{4}-.*Z$/.test(String(value));

/** An axis, and how a place in pixels is read off its labels, as one would with a ruler. */
function axisOf(marks: readonly Mark[], orient: 'bottom' | 'left') {
  const axes = marks.filter(({ role, items }) => role === 'axis' && items[0]?.orient === orient);
  const labels = itemsUnder(axes, 'axis-label');
  const to = orient === 'bottom' ? 'x' : 'y';
  const values = labels.map(({ datum }) => datum.value);
  const read = (at: number): string => {
    const same = labels.find((label) => Math.abs(label[to] - at) < 1);
    const [first, last] = [labels[0], labels.at(-1)];
    if (!first || !last || Number.isNaN(at)) return '?';
    const dated = isTime(values[0]);
    if (typeof values[0] !== 'number' && !dated) return written(same?.datum.value ?? '?');
    const [low, high] = [values[0], values.at(-1)].map((value) =>
      dated ? +new Date(value as string) : (value as number),
    ) as [number, number];
    const share = first === last ? 0 : (at - first[to]) / (last[to] - first[to]);
    const value = low + share * (high - low);
    if (!dated) return written(Math.abs(value) < 1e-9 ? 0 : value);
    const minute = new Date(60_000 * Math.round(value / 60_000)).toISOString();
    return minute.slice(0, 16).replace('T00:00', '');
  };
  return {
    read,
    /** Whether names stand on it and not amounts. */
    isNamed: labels.length > 0 && typeof values[0] !== 'number' && !isTime(values[0]),
    title: itemsUnder(axes, 'axis-title').map(({ text }) => text)[0],
    labels: labels.map(({ text }) => text),
    hasGrid: itemsUnder(axes, 'axis-grid').length > 0,
    hasTicks: itemsUnder(axes, 'axis-tick').length > 0,
    hasLine: itemsUnder(axes, 'axis-domain').length > 0,
  };
}

/** A plot, as one reads it: marks from back to front with their looks and their places by the axes. */
function plotOf({ width, height, items = [] }: Item) {
  const [x, y] = [axisOf(items, 'bottom'), axisOf(items, 'left')];
  const span = (from: number, to: number | undefined, all: number, { read, isNamed }: typeof x) => {
    if (to === undefined || to === from) return read(from);
    if (Math.abs(to - from) === all) return '';
    return isNamed ? read((from + to) / 2) : `${read(from)} to ${read(to)}`;
  };
  const told = ({ marktype }: Mark, item: Item) => {
    const [across, up] = [
      span(item.x, item.x2, width, x),
      span(item.y, item.y2 ?? (marktype === 'rect' ? item.y + item.height : undefined), height, y),
    ];
    const where = [across && `x ${across}`, up && `y ${up}`].filter(Boolean).join(', ');
    if (marktype === 'text') return `${look(item)} "${item.text}" ${sideOf(item)} of ${where}`;
    return `${look(item)} ${marktype === 'symbol' ? item.shape : marktype} at ${where}`;
  };
  const drawn = under(items, 'mark').flatMap((mark) => {
    const [first] = mark.items;
    if (!first) return [];
    if (mark.marktype !== 'line' && mark.marktype !== 'area')
      return mark.items.map((item) => told(mark, item));
    const points = mark.items.map((item) =>
      item.defined === false
        ? 'gap'
        : `${x.read(item.x)} ${item.y2 === undefined ? y.read(item.y) : `${y.read(item.y)} to ${y.read(item.y2)}`}`,
    );
    return [`${look(first)} ${mark.marktype}: ${points.join('; ')}`];
  });
  const title = itemsUnder(items, 'title-text').map(({ text }) => text)[0];
  return { title, width, height, x, y, marks: drawn };
}

/** The entries of the legends: how it looks, and what it says. */
function legendOf(marks: readonly Mark[]) {
  const symbols = itemsUnder(marks, 'legend-symbol');
  const labels = itemsUnder(marks, 'legend-label');
  return symbols.map((symbol, i) => `${look(symbol)} ${symbol.shape}: ${labels[i]?.text}`);
}

/** A chart as one reads it. */
export async function pictureOf(spec: VegaLiteSpec) {
  const [frame] = (await sceneOf(spec)).items as [Item];
  const { items = [] } = frame;
  const scopes = items.filter(
    ({ role, marktype, items: [first] }) =>
      role === 'scope' && marktype === 'group' && under(first?.items ?? [], 'axis').length > 0,
  );
  const plots =
    'vconcat' in spec ? scopes.flatMap((scope) => scope.items.map(plotOf)) : [plotOf(frame)];
  return { ...(plots[0] as (typeof plots)[number]), plots, legend: legendOf(items) };
}

/** Texts of which one lies on the other. */
export async function meetingTexts(spec: VegaLiteSpec): Promise<readonly string[]> {
  const texts = under((await sceneOf(spec)).items[0]?.items ?? [], 'mark')
    .filter(({ marktype }) => marktype === 'text')
    .flatMap(({ items }) => items);
  return texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter(({ bounds: other }) => {
        const { bounds: own } = one;
        return own.x1 < other.x2 && other.x1 < own.x2 && own.y1 < other.y2 && other.y1 < own.y2;
      })
      .map(({ text }) => `${one.text}, ${text}`),
  );
}
