/** What is made when it is first asked for, and then kept: schemas cost an app that starts more than one that needs them. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
