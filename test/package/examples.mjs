// The examples of the documentation as calls for engines to be compared by, so that every public function is among
// them: each statement that names or shows a value reports it.
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';

const { documentationBlocks } = await tsImport('../docs/find-blocks.ts', import.meta.url);

/** A module like battery.mjs, which imports the library as a stranger does. */
export function exampleCalls(root) {
  const calls = { fits: [], others: [] };
  for (const block of documentationBlocks(root)) {
    // What a database answers is held against our numbers by the tests of SQL, and a picture is Vega's.
    if (!block.run || /from '(@duckdb\/|vega')/.test(block.code)) continue;
    const sought = /\b(fit[A-Z]\w*|planByBalance|recalibrate\w*|explainChange|permute\w*)\(/;
    const name = JSON.stringify(`${block.file}:${block.line}`);
    const call = `${name}: async (reportExample) => {\n${reporting(block.code)}\n}`;
    calls[sought.test(block.code) ? 'fits' : 'others'].push(call);
  }
  return [
    "import { createRequire } from 'node:module';",
    'const require = createRequire(import.meta.url);',
    ...Object.entries(calls).map(
      ([kind, some]) => `export const ${kind} = {\n${some.join(',\n')}\n};`,
    ),
  ].join('\n');
}

function reporting(code) {
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true);
  const statements = file.statements.map((statement) => {
    const text = statement.getText(file);
    if (ts.isVariableStatement(statement)) {
      const names = statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
      return `${text}\nreportExample(() => [${names.join(', ')}]);`;
    }
    if (!ts.isExpressionStatement(statement)) return text;
    const source = statement.expression.getText(file);
    return `reportExample(() => (${source.replace(/^console\.log\(/, 'String(')}));`;
  });
  const { outputText } = ts.transpileModule(statements.join('\n'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  return `const exports = {};\n${outputText}`;
}

function namesIn(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : namesIn(element.name),
  );
}
