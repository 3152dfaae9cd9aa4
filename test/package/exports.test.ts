import { existsSync, readdirSync } from 'node:fs';
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
