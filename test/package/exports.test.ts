import { existsSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };

it('every public room has a subpath, with matching types for both formats', () => {
  const rooms = readdirSync('src').filter((name) => existsSync(`src/${name}/index.ts`));
  const entry = (path: string) => ({
    import: { types: `${path}.d.ts`, default: `${path}.js` },
    require: { types: `${path}.d.cts`, default: `${path}.cjs` },
  });
  expect(pkg.exports).toEqual({
    '.': entry('./dist/index'),
    ...Object.fromEntries(rooms.map((room) => [`./${room}`, entry(`./dist/${room}`)])),
    './package.json': './package.json',
  });
});

it.each(Object.keys(pkg.exports).filter((path) => path !== './package.json'))(
  'the types of %s name the values that there are, and no more',
  async (subpath) => {
    const file = subpath === '.' ? 'index' : subpath.slice(2);
    const program = ts.createProgram([`dist/${file}.d.ts`], { skipLibCheck: true });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(`dist/${file}.d.ts`) as ts.SourceFile;
    const module = checker.getSymbolAtLocation(source) as ts.Symbol;
    const isAlias = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const typed = checker
      .getExportsOfModule(module)
      .map((symbol) => ({
        name: symbol.name,
        flags: (isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol).flags,
      }))
      .filter(({ flags }) => (flags & ts.SymbolFlags.Value) !== 0)
      .map(({ name }) => name);
    const built: object = await import(`../../dist/${file}.js`);
    expect(typed.sort()).toEqual(Object.keys(built).sort());
  },
  30_000,
);
