/** Why a result is as it is: a stable code to branch on, and the numbers behind it. */
export interface Reason<Code extends string = string, Detail = Readonly<Record<string, unknown>>> {
  readonly code: Code;
  readonly detail: Detail;
}
