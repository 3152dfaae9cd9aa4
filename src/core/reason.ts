/** Why a result is as it is: a stable code to branch on, and the numbers behind it. */
export interface Reason<Code extends string = string, Detail = Readonly<Record<string, unknown>>> {
  /** A stable name for the reason, to branch on. */
  readonly code: Code;
  /** The figures that its wording needs. */
  readonly detail: Detail;
}
