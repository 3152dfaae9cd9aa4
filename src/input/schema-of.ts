import type * as z from 'zod/mini';

/** Strips readonly at every depth, so that a documented type and an inferred one can be compared. */
type Mutable<T> = T extends Date | ArrayBufferView
  ? T
  : T extends readonly (infer Item)[]
    ? Mutable<Item>[]
    : T extends object
      ? { -readonly [K in keyof T]: Mutable<T[K]> }
      : T;

/** `true` only when two types are the same but for readonly. */
type SameShape<A, B> =
  (<T>() => T extends Mutable<A> ? 1 : 2) extends <T>() => T extends Mutable<B> ? 1 : 2
    ? true
    : false;

/**
 * Passes a schema through if it validates exactly the documented type, and does not compile otherwise:
 * a field added to the type or the schema alone stops the compiler.
 */
export function schemaOf<Documented>() {
  return <Schema extends z.core.$ZodType>(
    schema: SameShape<z.core.output<Schema>, Documented> extends true ? Schema : never,
  ): Schema => schema;
}
