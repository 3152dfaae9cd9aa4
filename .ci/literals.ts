/**
 * Every number in src is one of a parameter set, whose type asks for a source, or arithmetic that needs no word, or stands under a
 * comment that says where it comes from or why it is so. `npm run literals` lists those that do not (`-- ROOM`: of one room) and
 * fails where there are any; whether a comment says enough, a person has to read.
 *
 * A comment speaks for the statement or property that it stands above or beside, and for those below up to an empty line; above a
 * function it speaks for what is in it where that is one statement or the comment cites a publication. Sizes and shades of
 * pictures (src/chart) are not asked for.
 */
import ts from 'typescript';

const usual = new Set(['0', '1', '2', '0.5']);
/** Levels and percent; days of a week, hours of a day, minutes. A constant that is one of them and no more needs a word. */
const scales = new Set(['100', '7', '24', '60']);
/** What a refusal states, and places of texts. */
const calls =
  /\b([gl]te?|m(in|ax)Length|_default|wholeFrom|slice|padStart|toPrecision|charCodeAt)$/;
const bitwise = /^(<<|>>|>>>|\^|\||&|\*\*)=?$/;
const publication = /\b(18|19|20)\d\d\b|DLMF/;

/** Whether it is a place, a type, a bound that is stated, an option's default, a version, one of the usual numbers. */
function isPlain(node: ts.Node, text: string): boolean {
  const { parent } = node;
  if (usual.has(text) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return isPlain(parent, text);
  if (scales.has(text)) return !ts.isVariableDeclaration(parent);
  if (ts.isElementAccessExpression(parent) || ts.isBindingElement(parent)) return true;
  if (ts.isParameter(parent) || ts.isPropertyAssignment(parent)) {
    return ts.isParameter(parent) || parent.name.getText() === 'version';
  }
  if (ts.isCallExpression(parent)) return calls.test(parent.expression.getText());
  if (!ts.isBinaryExpression(parent)) return false;
  const other = parent.left === node ? parent.right : parent.left;
  return bitwise.test(parent.operatorToken.getText()) || /(Ms|\.length)$/.test(other.getText());
}

/** Whether it belongs to a parameter, or to a set of them. */
function isParameter(node: ts.Node, checker: ts.TypeChecker): boolean {
  for (let at = node.parent; !ts.isStatement(at) && !ts.isFunctionLike(at); at = at.parent) {
    if (!ts.isObjectLiteralExpression(at) && !ts.isCallExpression(at)) continue;
    const type = checker.getTypeAtLocation(at);
    const has = (name: string) => type.getProperty(name) !== undefined;
    if (has('parameters') || (has('value') && has('status') && has('source'))) return true;
  }
  return false;
}

function isExplained(node: ts.Node, text: string): boolean {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const isAsked = ts.isStatement(at) || ts.isPropertyAssignment(at) || ts.isMethodDeclaration(at);
    if (!isAsked || ts.isBlock(at)) continue;
    const isLong = statementsIn(bodyOf(at)) > 1;
    if (commentsOn(at, text).some((one) => !isLong || publication.test(one))) return true;
  }
  return false;
}

/** The body of the function that a statement or property is or holds. */
function bodyOf(at: ts.Node): ts.Node | undefined {
  if (ts.isVariableStatement(at)) return at.declarationList.declarations.map(bodyOf).find(Boolean);
  if ((ts.isVariableDeclaration(at) || ts.isPropertyAssignment(at)) && at.initializer) {
    return ts.isFunctionLike(at.initializer) ? bodyOf(at.initializer) : undefined;
  }
  return ts.isFunctionLike(at) && 'body' in at ? at.body : undefined;
}

function statementsIn(node: ts.Node | undefined): number {
  let count = 0;
  const visit = (one: ts.Node): void => {
    if (ts.isStatement(one) && !ts.isBlock(one)) count++;
    ts.forEachChild(one, visit);
  };
  if (node !== undefined) visit(node);
  return count;
}

/** The comments that speak for a statement or property. */
function commentsOn(node: ts.Node, text: string): readonly string[] {
  const { parent } = node;
  const row: readonly ts.Node[] =
    ts.isSourceFile(parent) || ts.isBlock(parent)
      ? parent.statements
      : ts.isObjectLiteralExpression(parent)
        ? parent.properties
        : [node];
  for (let at = row.indexOf(node); ; at--) {
    const one = row[at] as ts.Node;
    const found = [
      ...(ts.getLeadingCommentRanges(text, one.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, one.end) ?? []),
    ];
    const said = found.map(({ pos, end }) => text.slice(pos, end));
    // A documentation comment is of what it stands above alone.
    if (said.length > 0) return said.filter((c) => one === node || !c.startsWith('/**'));
    if (at === 0 || /\n\s*\n/.test(text.slice(one.getFullStart(), one.getStart()))) return [];
  }
}

/** The lines of a file that hold numbers without a word. */
function unexplained(source: ts.SourceFile, checker: ts.TypeChecker): readonly string[] {
  const found = new Set<number>();
  const visit = (node: ts.Node): void => {
    const isOpen =
      ts.isNumericLiteral(node) &&
      !isPlain(node, node.text) &&
      !isParameter(node, checker) &&
      !isExplained(node, source.text);
    if (isOpen) found.add(source.getLineAndCharacterOfPosition(node.getStart()).line);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lines = source.text.split('\n');
  return [...found].map((line) => `${line + 1}: ${lines[line]?.trim()}`);
}

const [room = ''] = process.argv.slice(2);
const { config } = ts.readConfigFile('src/tsconfig.json', ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, 'src');
const program = ts.createProgram(fileNames, options);
let count = 0;
for (const source of program.getSourceFiles()) {
  const [file] = /src\/(?!chart\/)[^.]*\.ts$/.exec(source.fileName) ?? [''];
  if (!file.startsWith(`src/${room}`) || source.isDeclarationFile || file === '') continue;
  for (const line of unexplained(source, program.getTypeChecker())) {
    console.log(`${file}:${line}`);
    count++;
  }
}
if (count > 0) {
  console.error(`${count} lines with a number that neither a parameter set nor a comment explains`);
  process.exitCode = 1;
}
