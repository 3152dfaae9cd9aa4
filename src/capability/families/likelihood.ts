/** The logarithm of a density or a tail at a point, with its derivatives by two coordinates a and b. */
export interface LogTerm {
  /** The term itself. */
  readonly value: number;
  /** Its first derivative by a. */
  readonly a: number;
  /** Its first derivative by b. */
  readonly b: number;
  /** Its second derivative by a. */
  readonly aa: number;
  /** Its derivative by a and b. */
  readonly ab: number;
  /** Its second derivative by b. */
  readonly bb: number;
}

/** The likelihood of a family of two parameters, in coordinates without bounds, one for each of them. */
export interface Likelihood<Name extends string = string> {
  /** The parameters by coordinate. */
  readonly names: readonly [a: Name, b: Name];
  /** Where parameters lie, such as at the logarithm of a scale. */
  readonly coordinatesOf: (parameters: Readonly<Record<Name, number>>) => readonly [number, number];
  /** The inverse. */
  readonly parametersAt: (a: number, b: number) => Readonly<Record<Name, number>>;
  /** How far either parameter moves when its coordinate does, for standard errors. */
  readonly slopesAt: (a: number, b: number) => readonly [number, number];
  /** How far either coordinate is known from one observation, about. */
  readonly stepsAt: (a: number, b: number) => readonly [number, number];
  /** The log density at x, but for what does not depend on the parameters. */
  readonly logDensity: (x: number, a: number, b: number) => LogTerm;
  /** log P(X > x). */
  readonly logTail: (x: number, a: number, b: number) => LogTerm;
}
