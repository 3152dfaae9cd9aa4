import ts from 'typescript';

/**
 * Marks the constants that a source file computes while it loads as free of effects, without moving a line, so that
 * an app's bundler drops those the app does not use, though many files are built into one.
 */
export function annotatePure(path: string, code: string): string {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022);
  const computed = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => initializer ?? [])
    .filter((value) => !ts.isArrowFunction(value) && !ts.isLiteralExpression(value));
  // The mark is for calls only, while a spread or a getter counts as an effect too: so the whole becomes a call.
  return computed.reduceRight((text, value) => {
    const [start, end] = [value.getStart(file), value.getEnd()];
    const call = `/* @__PURE__ */ (() => (${text.slice(start, end)}))()`;
    return text.slice(0, start) + call + text.slice(end);
  }, code);
}
