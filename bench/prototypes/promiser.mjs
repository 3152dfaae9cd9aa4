// Live promiser: reference implementation (plain Node, deterministic, no dependencies).
// Everything is unit-free: durations may be minutes or days. See REPORT/brief for the reasoning.
//
//   duration T of an order in group g with estimate e, started at time s:
//     log T = log e + offset[g] + log surge(s) + spread[g] * z,     z ~ curve (nonparametric, recency weighted)
//
// offset, spread : per group, recency weighted, shrunken (empirical Bayes) to the mean and spread over groups
// surge          : max(1, (arrivals over one typical duration) / (usual arrivals)) ** beta, beta learned by ridge from a prior
// curve          : occurrence/exposure (Aalen-Johansen) on a log grid of standardised age; orders in flight count
//                  through their exposure, cancelled ones are a competing end, lost ones leave at `lostAfter`
// correction     : optional slow, bounded error integral; an order counts when its promise falls due, finished or not
export const DEFAULTS = {
  guess: 1,          // typical duration before the first finish (caller's cold-start guess), in the stream's unit
  halfLife: 1,       // weight of an order halves after this many typical durations ...
  minOrders: 50,     // ... or after this many orders, whichever is longer
  groupHalfLives: 2, // group offsets and spreads forget this many times more slowly
  spreadWorth: 20,   // the common spread is worth this many orders of a group's own
  surgePrior: 0.5,   // elasticity of duration to arrival surge before evidence (0 none .. 1 fixed capacity)
  surgeWorth: 200,   // that prior's worth, in orders started at a log-surge of 1
  usualOrders: 2000, // "usual arrivals" are averaged over about this many orders
  lostAfter: 4,      // an order older than this many times its quote counts as lost (a later finish is still accepted)
  conf: 1,           // finite-sample step (0 = off)
  gain: 0,           // correction: step of the error integral (0 = off; .0005 is a good value)
  bound: 0.15,       // correction: the allowed miss rate moves by at most this share of itself
};
const SD = 0.6, LO = Math.log(0.01), STEP = 0.025, NB = Math.ceil((Math.log(60) - LO) / STEP);

export class Promiser {
  constructor(options = {}) {
    this.o = { ...DEFAULTS, ...options };
    this.fin = new Float64Array(NB + 1);  // weighted finishes per bin
    this.can = new Float64Array(NB + 1);  // weighted cancellations per bin
    this.exp = new Float64Array(NB + 1);  // weighted exposure per bin, in bin widths
    this.flight = new Map(); this.lost = new Map(); this.groups = new Map();
    this.clock = 0; this.ref = 0; this.total = 0; this.totalRef = 0; this.now = -Infinity; this.last = NaN; this.since = 0;
    this.typ = { w: 0, m: 0, c: 0 };      // typical (mean) duration
    this.fast = { v: 0, c: 0, t: NaN }; this.gap = { w: 0, m: 0 };
    this.ends = { fin: 0, out: 0, c: 0 };
    this.reg = { n: 0, x: 0, y: 0, xx: 0, xy: 0 };
    this.mu = 0; this.n0 = 5; this.s2 = SD * SD; this.finished = 0;
    this.corr = new Map(); this.due = []; // heap of [due, order]
    this.cache = null;
  }
  // ---- events -------------------------------------------------------------------------------------------------
  start(id, t, { group = "", estimate = 1, target = 0.9 } = {}) {
    if (this.flight.has(id)) throw new Error(`order ${id} is already in flight`);
    this.advance(t);
    const o = this.o, typical = this.typical();
    // clock in half-lives: one order ages the evidence by time / (halfLife * typical), but at most 1 / minOrders
    const dt = Number.isNaN(this.last) ? 0 : t - this.last;
    this.clock += Math.min(this.finished ? dt / (o.halfLife * typical) : Infinity, 1 / o.minOrders);
    if (!Number.isNaN(this.last)) { const g = this.gap, d = 1 - 1 / o.usualOrders; g.w = g.w * d + 1; g.m = g.m * d + dt; }
    this.last = t;
    const s = this.surge(t, typical), beta = this.beta();
    const [offset, spread] = this.group(group);
    const x = { id, group, start: t, le: Math.log(estimate), s, surge: beta * s, offset, pw: SD / spread, w: 2 ** (this.clock - this.ref), ref: this.ref, b: 0, due: NaN };
    x.loc = x.le + offset + x.surge;
    this.flight.set(id, x); this.since++;
    x.quote = this.quoteFor(x, target); x.target = target; x.due = t + x.quote;
    if (o.gain) heapPush(this.due, [x.due, x]);
    return x.quote;
  }
  // a further quote for an order just started (other targets)
  quoteFor(x, p) {
    const c = this.corr.get(p) ?? 0;
    const n = this.effective(); // a new order is one more of n + 1 exchangeable ones: k / (n + 1) >= p
    const z = this.quantile(Math.min(1 - 1e-6, p * (1 + this.o.conf / n) + c));
    return Math.exp(x.loc + z / x.pw); // NaN: not identified
  }
  finish(id, t) {
    const x = this.take(id, t), T = t - x.start; if (!(T > 0)) throw new Error("a finish must follow its start");
    const wx = this.weight(x); this.fin[Math.min(NB, Math.floor(x.b))] += wx; this.total += wx;
    this.ended("fin", x); x.end = t; this.finished++;
    const d = 2 ** (-(this.clock - this.typ.c) / 4); this.typ.w = this.typ.w * d + 1; this.typ.m = this.typ.m * d + T; this.typ.c = this.clock;
    const r = Math.log(T) - x.le, y = r - x.offset, q = this.reg; // surge elasticity: regress what the offset leaves on log surge
    q.n++; q.x += x.s; q.y += y; q.xx += x.s * x.s; q.xy += x.s * y;
    const l = r - x.surge, k = this.clock; let g = this.groups.get(x.group);
    if (!g) this.groups.set(x.group, (g = { w: 0, w2: 0, m: 0, q: 0, c: k }));
    const f = 2 ** (-(k - g.c) / (this.o.groupHalfLives)); g.w = g.w * f + 1; g.w2 = g.w2 * f * f + 1; g.m = g.m * f + l; g.q = g.q * f + l * l; g.c = k;
    if (this.finished < 32 || this.finished % Math.max(32, this.groups.size) === 0) this.pool();
  }
  effective() { return Math.max(1, 2 * this.total * 2 ** (this.totalRef - this.clock)); } // Kish: weights halving every step count double
  cancel(id, t) { const x = this.take(id, t); x.end = t; x.cancelled = true; this.can[Math.min(NB, Math.floor(x.b))] += this.weight(x); this.ended("out", x); }
  // ---- evidence -----------------------------------------------------------------------------------------------
  take(id, t) { this.advance(t); const x = this.flight.get(id) ?? this.lost.get(id); if (!x) throw new Error(`unknown order ${id}`);
    if (this.lost.delete(id)) this.ends.out = Math.max(0, this.ends.out - 1); this.expose(x, t); this.flight.delete(id); this.since++; return x; }
  weight(x) { return x.w * 2 ** (x.ref - this.ref); }
  ended(kind, x) { const e = this.ends, d = 2 ** (-(this.clock - e.c) / 8); e.fin *= d; e.out *= d; e.c = this.clock; e[kind] += 1; }
  expose(x, t) { // add the exposure since the last visit
    const age = t - x.start; if (!(age > 0)) return;
    const b1 = Math.min(NB, ((Math.log(age) - x.loc) * x.pw - LO) / STEP), b0 = x.b; if (!(b1 > b0)) return;
    const w = this.weight(x), E = this.exp, k = Math.floor(b1); let i = Math.floor(b0);
    if (i === k) E[i] += w * (b1 - b0); else { E[i] += w * (i + 1 - b0); for (i++; i < k; i++) E[i] += w; E[k] += w * (b1 - k); }
    x.b = b1;
  }
  advance(t) {
    if (t < this.now) throw new Error("events must come in order of time"); this.now = t;
    if (this.clock - this.ref > 60) { const f = 2 ** (this.ref - this.clock); for (const a of [this.fin, this.can, this.exp]) for (let i = 0; i <= NB; i++) a[i] *= f; this.total *= f; this.ref = this.totalRef = this.clock; this.cache = null; }
    while (this.due.length && this.due[0][0] <= t) { const x = heapPop(this.due)[1]; if (!x.cancelled) this.learnErr(x.target, x.end <= x.due ? 0 : 1); }
    if (this.since * 8 >= this.flight.size) { // at most some 8 visits per event; exposure is never older than 1/16 duration
      const typical = this.typical(); this.since = 0; this.cache = null;
      for (const x of this.flight.values()) { this.expose(x, t); if (t - x.start > this.o.lostAfter * Math.max(x.quote, typical)) { this.flight.delete(x.id); this.lost.set(x.id, x); this.ended("out", x); } }
    }
  }
  learnErr(p, broken) { const o = this.o, lim = o.bound * (1 - p); this.corr.set(p, Math.max(-lim, Math.min(lim, (this.corr.get(p) ?? 0) + o.gain * (broken - (1 - p))))); }
  // ---- model --------------------------------------------------------------------------------------------------
  typical() { return this.typ.w ? this.typ.m / this.typ.w : this.o.guess; }
  surge(t, tau) { // log of arrivals over one typical duration relative to the usual rate, floored at 0
    const f = this.fast, d = Number.isNaN(f.t) ? 0 : Math.exp(-(t - f.t) / tau); f.v = f.v * d + 1 / tau; f.c = 1 - (1 - f.c) * d; f.t = t;
    if (this.gap.w < 20 || f.c < 0.5) return 0;
    return Math.max(0, Math.min(2, Math.log(f.v / f.c / (this.gap.w / this.gap.m))));
  }
  beta() { const q = this.reg, o = this.o; if (q.n < 1) return o.surgePrior; const xx = q.xx - q.x * q.x / q.n, xy = q.xy - q.x * q.y / q.n; return Math.max(0, Math.min(1, (xy + o.surgeWorth * o.surgePrior) / (xx + o.surgeWorth))); }
  pool() { // random-effects pooling of the group offsets (DerSimonian-Laird) and of the spread
    const G = []; let sw = 0, ss = 0;
    for (const g of this.groups.values()) { const w = g.w * 2 ** (-(this.clock - g.c) / this.o.groupHalfLives); if (w < 0.05) continue; const n = g.w * g.w / g.w2, m = g.m / g.w; G.push([n, m]); sw += w * (1 - 1 / Math.max(1, n)); ss += w * Math.max(0, g.q / g.w - m * m); }
    if (!G.length) return; const s2 = (ss + 10 * SD * SD) / (sw + 10); let A = 0, B = 0, C = 0; for (const [n, m] of G) { A += n; B += n * m; C += n * n; }
    let q = 0; for (const [n, m] of G) q += n * (m - B / A) ** 2;
    let tau = (q - (G.length - 1) * s2) / (A - C / A || 1); if (!(tau > s2 / 100)) tau = s2 / 100;
    let X = 0, Y = 0; for (const [n, m] of G) { const v = 1 / (tau + s2 / n); X += v; Y += v * m; }
    this.mu = Y / X; this.n0 = s2 / tau; this.s2 = s2;
  }
  group(name) {
    if (!this.finished) return [Math.log(this.o.guess), SD]; const g = this.groups.get(name); if (!g) return [this.mu, SD];
    const n = g.w * 2 ** (-(this.clock - g.c) / this.o.groupHalfLives), m = g.m / g.w, v = Math.max(0, g.q / g.w - m * m), c = this.o.spreadWorth;
    return [(n * m + this.n0 * this.mu) / (n + this.n0), SD * Math.sqrt((n * v + c * this.s2) / (n + c) / this.s2)];
  }
  curve() { // cumulative incidence of finishing, per bin edge (cached until evidence changes)
    if (this.cache && this.clock - this.cacheAt < 0.01) return this.cache; this.cacheAt = this.clock; const F = new Float64Array(NB + 2); let S = 1, f = 0;
    for (let i = 0; i <= NB; i++) { const d = this.fin[i], c = this.can[i]; if (d + c > 0) { const h = (d + c) / (this.exp[i] + 1e-12), k = S * -Math.expm1(-h); f += k * d / (d + c); S -= k; } F[i + 1] = f; }
    return (this.cache = F);
  }
  quantile(p) { // of z, given that the order finishes at all; NaN when the evidence does not reach that far
    const F = this.curve(), e = this.ends, aim = p * (e.fin + e.out ? e.fin / (e.fin + e.out) : 1);
    if (F[NB + 1] < aim) return this.finished ? NaN : NaN; let a = 0, b = NB + 1; while (b - a > 1) { const m = (a + b) >> 1; if (F[m] >= aim) b = m; else a = m; }
    return LO + (a + (aim - F[a]) / (F[b] - F[a] || 1)) * STEP;
  }
}
function heapPush(a, v) { a.push(v); let i = a.length - 1; while (i) { const j = (i - 1) >> 1; if (a[j][0] <= a[i][0]) break; [a[i], a[j]] = [a[j], a[i]]; i = j; } }
function heapPop(a) { const r = a[0], l = a.pop(); if (a.length) { a[0] = l; for (let i = 0; ; ) { let j = 2 * i + 1; if (j >= a.length) break; if (j + 1 < a.length && a[j + 1][0] < a[j][0]) j++; if (a[i][0] <= a[j][0]) break; [a[i], a[j]] = [a[j], a[i]]; i = j; } } return r; }
