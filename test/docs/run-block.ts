import { inspect } from 'node:util';
import ts from 'typescript';
import type { Block } from './find-blocks';
import { matchesText } from './matches-text';

// `// => value` behind a statement or on the line under it; the value goes on over `//    ` lines
const result = /^[ \t]*(?:\n[ \t]*)?\/\/ => (.*(?:\n[ \t]*\/\/ {2,}.*)*)/;

/** Runs a block against src and throws when a `// => value` does not hold. */
export async function runBlock(block: Block): Promise<void> {
  const { code, wanted } = instrument(block);
  if (!block.run) return;
  // What comes with the package lies where it is packed from.
  const here = code.replaceAll('node_modules/overdeliver/', '');
  const { outputText } = ts.transpileModule(here, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const modules = new Map<string, unknown>();
  for (const { fileName } of ts.preProcessFile(outputText, true, true).importedFiles) {
    modules.set(fileName, { ...(await import(fileName)), __esModule: true });
  }
  const check = async (index: number, evaluate: () => unknown) => {
    const { text, line } = wanted[index] as Wanted;
    const where = `${block.file}:${block.line + line}`;
    const code = /^throws (\S+)$/.exec(text)?.[1];
    if (code === undefined) {
      const value = await evaluate();
      if (matchesText(value, text)) return;
      throw new Error(`${where} shows ${text}, but the value is ${inspect(value, { depth: 9 })}`);
    }
    const outcome = await attempt(evaluate);
    if (outcome === code) return;
    throw new Error(
      `${where} shows throws ${code}, but it ${outcome === undefined ? 'does not throw' : `throws ${outcome}`}`,
    );
  };
  const quiet = new Proxy(console, { get: () => () => undefined });
  const AsyncFunction = check.constructor as FunctionConstructor;
  const run = new AsyncFunction('require', 'exports', 'console', '__check', outputText);
  await run((name: string) => modules.get(name), {}, quiet, check);
}

interface Wanted {
  readonly text: string;
  /** Counted from the opening fence. */
  readonly line: number;
}

/** Puts a check in the place of, or behind, each statement that shows a result. */
function instrument(block: Block): { code: string; wanted: Wanted[] } {
  const file = ts.createSourceFile('block.ts', block.code, ts.ScriptTarget.ES2022, true);
  const wanted: Wanted[] = [];
  const statements = file.statements.map((statement, index) => {
    const next = file.statements[index + 1]?.getStart(file) ?? block.code.length;
    const text = result
      .exec(block.code.slice(statement.end, next))?.[1]
      ?.replaceAll(/\n[ \t]*\/\//g, '\n')
      .trim();
    const source = statement.getText(file);
    if (text === undefined) return source;
    const line = 1 + file.getLineAndCharacterOfPosition(statement.end).line;
    wanted.push({ text, line });
    const check = (expression: string) =>
      `await __check(${wanted.length - 1}, async () => (${expression}));`;
    const value = shownValue(statement, file);
    if (value === undefined)
      throw new Error(`${block.file}:${block.line + line}: no value to compare with ${text}`);
    return ts.isVariableStatement(statement) && !text.startsWith('throws ')
      ? `${source}\n${check(value.name)}`
      : check(value.expression);
  });
  if (wanted.length !== block.code.split('// =>').length - 1) {
    throw new Error(
      `${block.file}:${block.line}: a // => follows no statement of the block's top level`,
    );
  }
  if (!block.run && wanted.length > 0) {
    throw new Error(`${block.file}:${block.line}: a block that is not run cannot show results`);
  }
  return { code: statements.join('\n'), wanted };
}

/** The expression whose value a statement shows, and the name that holds it afterwards. */
function shownValue(
  statement: ts.Statement,
  file: ts.SourceFile,
): { expression: string; name: string } | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration, ...more] = statement.declarationList.declarations;
    if (declaration?.initializer === undefined || more.length > 0) return undefined;
    if (!ts.isIdentifier(declaration.name)) return undefined;
    return { expression: declaration.initializer.getText(file), name: declaration.name.text };
  }
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  const printed =
    ts.isCallExpression(expression) &&
    expression.expression.getText(file) === 'console.log' &&
    expression.arguments.length === 1
      ? expression.arguments[0]
      : undefined;
  const text = (printed ?? expression).getText(file);
  return { expression: text, name: text };
}

async function attempt(evaluate: () => unknown): Promise<string | undefined> {
  try {
    await evaluate();
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
  return undefined;
}
