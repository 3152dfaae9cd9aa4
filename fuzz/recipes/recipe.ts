import type { Random } from '../random';

// biome-ignore lint/suspicious/noExplicitAny: any function there is
type Any = any;

type ArgsOf<Export> = Export extends (...args: infer Args) => Any
  ? Args
  : Export extends abstract new (
        ...args: infer Args
      ) => Any
    ? Args
    : Export extends { readonly safeParse: (...args: Any) => Any }
      ? [unknown]
      : never;

/** For each function, class and schema that a room exports, what makes valid arguments. */
export type Recipes<Room> = {
  readonly [Name in keyof Room as [ArgsOf<Room[Name]>] extends [never] ? never : Name]: (
    r: Random,
  ) => Readonly<ArgsOf<Room[Name]>>;
};

type Made<Export> = Export extends (...args: Any) => infer Made
  ? Made extends (...args: infer Args) => Any
    ? Args
    : never
  : never;

/** For each function that gives a function, what makes valid arguments of that one. */
export type ReturnedRecipes<Room> = {
  readonly [Name in keyof Room as [Made<Room[Name]>] extends [never] ? never : Name]: (
    r: Random,
  ) => Readonly<Made<Room[Name]>>;
};
