/**
 * Lists the numbers in src that stand outside of parameter sets, so that somebody can read whether each is arithmetic or cites
 * where it comes from: `npx tsx .ci/literals.ts [ROOM]`. Those that only arithmetic has (0, 1, 2, halves, places of arrays) are
 * left out, and those of a file of parameters, whose type asks for a source.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const plain = new Set(['0', '1', '2', '0.5']);
const [room = ''] = process.argv.slice(2);

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()) {
  if (!file.endsWith('.ts') || !file.startsWith(room) || /^chart|parameters|defaults/.test(file))
    continue;
  const text = readFileSync(`src/${file}`, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && !plain.has(node.text)) {
      const isPlace =
        ts.isElementAccessExpression(node.parent) || ts.isLiteralTypeNode(node.parent);
      if (!isPlace) found.add(source.getLineAndCharacterOfPosition(node.getStart()).line);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const line of [...found].sort((a, b) => a - b)) {
    console.log(`src/${file}:${line + 1}: ${lines[line]?.trim()}`);
  }
}
