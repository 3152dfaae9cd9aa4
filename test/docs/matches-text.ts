import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';

/**
 * Does a value match the text that the documentation shows for it? The text is a JavaScript
 * expression. A number shown with decimals matches a value that rounds to it; a whole number must
 * match to 1e-9; a date may be shown as its ISO 8601 text, quoted or not.
 */
export function matchesText(actual: unknown, text: string): boolean {
  const quoted = text.replace(/(?<!['"`])\b\d{4}-\d\d-\d\dT[\d:.]+Z\b(?!['"`])/g, "'$&'");
  const file = ts.createSourceFile('expected.ts', `(${quoted})`, ts.ScriptTarget.ES2022, true);
  const [statement, ...more] = file.statements;
  new Function(`return (${quoted})`); // throws on what is not an expression
  if (statement === undefined || !ts.isExpressionStatement(statement) || more.length > 0) {
    throw new SyntaxError(`not an expression: ${text}`);
  }
  return matches(actual, statement.expression);
}

function matches(actual: unknown, shown: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(shown)) return matches(actual, shown.expression);
  if (ts.isNumericLiteral(shown)) return matchesNumber(actual, shown.getText());
  if (ts.isPrefixUnaryExpression(shown) && ts.isNumericLiteral(shown.operand)) {
    const sign = shown.operator === ts.SyntaxKind.MinusToken ? -1 : 1;
    return typeof actual === 'number' && matchesNumber(sign * actual, shown.operand.getText());
  }
  if (ts.isStringLiteral(shown) && actual instanceof Date) {
    return actual.getTime() === new Date(shown.text).getTime();
  }
  if (ts.isArrayLiteralExpression(shown)) {
    const items = ArrayBuffer.isView(actual) ? Array.from(actual as Float64Array) : actual;
    return (
      Array.isArray(items) &&
      items.length === shown.elements.length &&
      shown.elements.every((element, index) => matches(items[index], element))
    );
  }
  if (ts.isObjectLiteralExpression(shown)) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return false;
    const left = new Map(Object.entries(actual));
    const all = shown.properties.every((property) => {
      if (!ts.isPropertyAssignment(property))
        throw new SyntaxError(`write out ${property.getText()}`);
      const { name } = property;
      const key = ts.isStringLiteral(name) ? name.text : name.getText();
      const found = left.has(key) && matches(left.get(key), property.initializer);
      left.delete(key);
      return found;
    });
    return all && left.size === 0;
  }
  return isDeepStrictEqual(actual, new Function(`return (${shown.getText()})`)());
}

function matchesNumber(actual: unknown, shown: string): boolean {
  if (typeof actual !== 'number') return false;
  const expected = Number(shown.replaceAll('_', ''));
  const [, decimals = '', exponent = '0'] =
    /^\d*\.?(\d*)(?:e([+-]?\d+))?$/i.exec(shown.replaceAll('_', '')) ?? [];
  const places = decimals.length - Number(exponent);
  const slack = places > 0 ? 0.5 * 10 ** -places * (1 + 1e-9) : 1e-9;
  return Math.abs(actual - expected) <= slack;
}
