import { livePromiser } from 'overdeliver';
import { draws } from './worlds/draws';
import { arriving, minute } from './worlds/world';
const levels: Record<string, (i: number, c: number, u: () => number) => readonly [number, string]> = {
  late10th: (i, c, u) => i < c / 3 ? [40, 'a'] : u() < 0.5 ? [4, 'b'] : [40, 'a'],
  leaves: (i, c, u) => i < c / 2 && u() < 0.5 ? [1200, 'b'] : [40, 'a'],
  late30: (i, c, u) => i < c / 3 ? [40, 'a'] : u() < 0.95 ? [1200, 'b'] : [40, 'a'],
  late30h: (i, c, u) => i < c / 3 ? [40, 'a'] : u() < 0.5 ? [1200, 'b'] : [40, 'a'],
  guess1000: (_, __, u) => u() < 0.5 ? [40, 'a'] : [60, 'b'],
  all100: (i, c, u) => [(u() < 0.5 ? 40 : 60) * (i < c / 2 ? 1 : 100), u() < 0.5 ? 'a' : 'b'],
};
const name = process.argv[2]!, typical = Number(process.argv[3] ?? 40), from = Number(process.argv[4] ?? 0), to = Number(process.argv[5] ?? 26000), step = Number(process.argv[6] ?? 500);
const draw = draws(1);
const orders = arriving(26000, draw, minute, (i) => { const [l, group] = levels[name]!(i, 26000, draw.uniform); return { took: l * minute * draw.logNormal(0.35), group }; });
const p = livePromiser({ unit: 'minutes', keepRate: 0.9, typical });
type E = [number, number, boolean];
const events: E[] = orders.flatMap((o, i): E[] => [[o.started, i, true], [o.ended, i, false]]).sort((a, b) => a[0] - b[0] || Number(a[2]) - Number(b[2]));
const q: (number | null)[] = [];
let n = 0;
const rows: string[] = [];
for (const [t, i, s] of events) {
  const o = orders[i]!;
  if (s) {
    const ans = p.start({ id: o.id, at: new Date(t), group: o.group }); q[i] = ans.promise;
    if (++n % step === 0 && n >= from && n <= to) {
      const d = (JSON.parse(JSON.stringify(p)) as any).data;
      const parts: string[] = [];
      for (const g of ['a', 'b']) {
        const idx = []; for (let k = i - step + 1; k <= i; k++) if (k >= 0 && orders[k]!.group === g) idx.push(k);
        if (!idx.length) continue;
        const kept = idx.filter((k) => orders[k]!.ended - orders[k]!.started <= (q[k] ?? NaN) * minute).length / idx.length;
        const mq = idx.map((k) => q[k] ?? NaN).sort((x, y) => x - y)[idx.length >> 1]!;
        parts.push(`${g} n=${idx.length} kept ${kept.toFixed(2)} q ${mq.toFixed(0)}`);
      }
      const pool = d.pools[0].pool; const lv = d.parts.level.sum / d.parts.level.weight;
      console.log(n, parts.join(' | '), '| level', lv.toFixed(2), 'from', Number(d.counters.levelFrom ?? NaN).toFixed(2), 'pool', JSON.stringify(pool, (_, v) => typeof v === 'number' ? Number(v.toFixed(3)) : v), 'means', d.groups.effects.map((e: any) => (e.sum / e.weight).toFixed(2) + '/' + e.weight.toFixed(0)).join(' '), 'loss', d.memories.map((m: any) => (m.loss / minute).toFixed(1)).join('/'), 'slow', d.slowdown.toFixed(1));
    }
  } else { try { p.finish({ id: o.id, at: new Date(t) }); } catch {} }
}
