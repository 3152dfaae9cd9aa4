/**
 * The arithmetic of forming an expectation, over columns and without checks; the scalar form is one
 * row of it, so that both agree bit for bit. NaN in a level means that the row has no such signal.
 */

/** One factor's column; null stands for reliability 1, or for the common standard deviation. */
export interface FactorColumn {
  readonly level: Float64Array;
  readonly reliability: Float64Array | null;
  readonly sd: Float64Array | null;
  /** By stage, {@link notYet} where it cannot be; empty for a factor that does not inform the predicted level. */
  readonly weights: Float64Array;
}

/**
 * Makes every column that forming reads, ranked or not: engines run the loop about twice as fast
 * when all the records in it are born at one place, with the same fields.
 */
export function factorColumn(
  level: Float64Array,
  reliability: Float64Array | null,
  sd: Float64Array | null,
  weights: Float64Array,
): FactorColumn {
  return { level, reliability, sd, weights };
}

/** In place of the weight of a signal that nobody at the stage can have. */
export const notYet = -1;

export interface FormingColumns {
  readonly stage: Uint8Array;
  readonly ranked: readonly FactorColumn[];
  readonly competitor: FactorColumn | null;
  readonly needs: FactorColumn | null;
  readonly role: FactorColumn | null;
}

export interface FormingNumbers {
  readonly signalSd: number;
  readonly aspiration: number;
  readonly competitorExtra: number;
  readonly tolerance: number;
  readonly neutralRole: number;
  readonly roleInfluence: number;
}

export interface FormedColumns {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly desired: Float64Array;
  readonly adequate: Float64Array;
  /** 0 formed, 1 no signal, 2 a signal that cannot be. */
  readonly status: Uint8Array;
}

/**
 * Forms rows from start up to end. Levels are looked at on the way, which costs next to nothing here and a
 * fifth of the time in a pass of their own: true when all of them are known to be on 0 to 100, false when
 * one is not, or was not looked at since its row could not be formed.
 */
export function formRows(
  columns: FormingColumns,
  numbers: FormingNumbers,
  out: FormedColumns,
  start: number,
  end: number,
): boolean {
  const { stage, ranked, competitor, needs, role } = columns;
  const { mean, variance, desired, adequate, status } = out;
  const { signalSd, aspiration, competitorExtra, tolerance, neutralRole, roleInfluence } = numbers;
  const upward = roleInfluence / (100 - neutralRole);
  const downward = roleInfluence / neutralRole;
  let sure = true;
  for (let row = start; row < end; row++) {
    // West's (1979) incremental weighted mean and spread, kept as shares of the weight so far: exact when
    // all levels are equal, and no weight is too small for it.
    const at = stage[row] as number;
    let total = 0;
    let predicted = 0;
    let spread = 0;
    let noise = 0;
    let cannotBe = false;
    for (let k = 0; k < ranked.length; k++) {
      const { level, reliability, sd, weights } = ranked[k] as FactorColumn;
      const x = level[row] as number;
      let w = weights[at] as number;
      if (reliability !== null) w *= reliability[row] as number;
      if (!(w > 0 && x >= 0 && x <= 100)) {
        if (x < 0 || x > 100) sure = false;
        if (w < 0 && !Number.isNaN(x)) cannotBe = true;
        continue;
      }
      const s = sd === null ? signalSd : (sd[row] as number);
      total += w;
      const share = w / total;
      const rest = 1 - share;
      const delta = x - predicted;
      predicted += share * delta;
      spread = rest * (spread + share * delta * delta);
      noise = rest * rest * noise + share * share * s * s;
    }
    if (total === 0 || cannotBe) {
      sure = false;
      status[row] = cannotBe ? 2 : 1;
      mean[row] = variance[row] = desired[row] = adequate[row] = Number.NaN;
      continue;
    }
    mean[row] = predicted;
    variance[row] = spread + noise;

    // The wish above the predicted level, raised by whichever asks for more: a competitor's offer or the dominant need.
    // An absent signal is NaN here, and compares false.
    const wish = predicted + aspiration * (100 - predicted);
    let rise = 0;
    if (competitor !== null) {
      const offered = competitor.level[row] as number;
      if (offered < 0 || offered > 100) sure = false;
      let gap = wantedOnTop(offered, competitorExtra) - wish;
      if (competitor.reliability !== null) gap *= competitor.reliability[row] as number;
      if (!Number.isNaN(gap)) rise = Math.max(rise, gap);
    }
    if (needs !== null) {
      const called = needs.level[row] as number;
      if (called < 0 || called > 100) sure = false;
      let gap = called - wish;
      if (needs.reliability !== null) gap *= needs.reliability[row] as number;
      if (!Number.isNaN(gap)) rise = Math.max(rise, gap);
    }
    desired[row] = wish + rise;

    // What is tolerated below the predicted level, moved by the role perception towards the desired one or towards nothing;
    // without a branch on which of the two, since no processor can predict it.
    const base = (1 - tolerance) * predicted;
    let shift = 0;
    if (role !== null) {
      const part = role.level[row] as number;
      if (part < 0 || part > 100) sure = false;
      const up = Math.max(0, part - neutralRole) * upward;
      const down = Math.max(0, neutralRole - part) * downward;
      shift = up * (wish + rise - base) - down * base;
      if (role.reliability !== null) shift *= role.reliability[row] as number;
    }
    // The last bit of the sum may lie above the desired level.
    adequate[row] = Number.isNaN(shift) ? base : Math.min(base + shift, wish + rise);
  }
  return sure;
}

/** The level a competitor's offer makes a customer want: all of it, and a share of what is left. */
export function wantedOnTop(offered: number, extra: number): number {
  return offered + extra * (100 - offered);
}
