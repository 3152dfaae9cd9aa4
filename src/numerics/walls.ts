/** How far each coordinate may go; Infinity where there is no wall. */
export interface Walls {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** Whether a coordinate stands at a wall and would go on. */
export function isAgainst({ low, high }: Walls, x: number, i: number, way: number): boolean {
  return (way > 0 && x >= (high[i] as number)) || (way < 0 && x <= (low[i] as number));
}

/** The wall to which a step leads. */
export function wallAhead({ low, high }: Walls, i: number, step: number): number {
  return (step < 0 ? low[i] : high[i]) as number;
}
