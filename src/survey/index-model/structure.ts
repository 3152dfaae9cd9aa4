import type { IndexPath } from './index-types';

/** Constructs by place, their items, and the paths between them. */
export interface Structure {
  readonly constructs: readonly string[];
  /** By construct: the places of its items among all. */
  readonly items: readonly (readonly number[])[];
  readonly paths: readonly (readonly [from: number, to: number])[];
  /** By construct: the places of those that lead into it. */
  readonly into: readonly (readonly number[])[];
  /** Constructs so that each comes after those that lead into it; shorter where some lead in a circle. */
  readonly order: readonly number[];
}

/** Puts names into places; every name is known. */
export function structureOf(
  dimensions: readonly (readonly [construct: string, items: readonly unknown[]])[],
  named: readonly IndexPath[],
): Structure {
  const constructs = dimensions.map(([construct]) => construct);
  let at = 0;
  const items = dimensions.map(([, own]) => own.map(() => at++));
  const paths = named.map(
    ([from, to]) => [constructs.indexOf(from), constructs.indexOf(to)] as const,
  );
  const into = constructs.map((_, place) =>
    paths.filter(([, to]) => to === place).map(([from]) => from),
  );
  return { constructs, items, paths, into, order: orderOf(into) };
}

function orderOf(into: Structure['into']): readonly number[] {
  const order: number[] = [];
  for (;;) {
    const next = into.findIndex(
      (from, place) => !order.includes(place) && from.every((one) => order.includes(one)),
    );
    if (next === -1) return order;
    order.push(next);
  }
}
