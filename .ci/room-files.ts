import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { annotatePure } from './annotate-pure';

const src = resolve('src');
const rooms = readdirSync(src).filter((name) => !name.includes('.'));
const roomOf = (file: string) => relative(src, file).split(sep)[0];
const isIndex = (file: string) => basename(file, '.ts') === 'index';

/** Of two exports of one name a room's file would offer neither, which shows only where the package is imported. */
function refuseDoubled(folder: string, files: readonly string[]): void {
  const homes = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^export (?:const|function|class) (\w+)/gm)) {
      const other = homes.get(name);
      if (other) throw new Error(`${folder} exports ${name} from ${other} and from ${file}`);
      homes.set(name, file);
    }
  }
}

/**
 * Builds two files per room: `internal/promise` holds its code, once per format, and `promise` offers the public part.
 * A file costs an app that starts more than the code in it, so there are few.
 */
export const roomFiles = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'room-files',
  setup(build) {
    const internal = rooms.map((room) => [`internal/${room}`, `internal:${room}`]);
    build.initialOptions.entryPoints = { ...Object.fromEntries(internal), ...modules };
    const extension = build.initialOptions.outExtension?.['.js'] ?? '.js';

    build.onResolve({ filter: /^internal:/ }, ({ path }) => ({ path, namespace: 'internal' }));
    build.onLoad({ filter: /^internal:/, namespace: 'internal' }, ({ path }) => {
      const resolveDir = join(src, path.slice('internal:'.length));
      const files = readdirSync(resolveDir, { recursive: true, encoding: 'utf8' });
      const code = files.filter((file) => file.endsWith('.ts') && !isIndex(file));
      refuseDoubled(resolveDir, code);
      return { contents: code.map((file) => `export * from './${file}';`).join('\n'), resolveDir };
    });

    build.onResolve(
      { filter: /^\./, namespace: 'file' },
      ({ path, importer, kind, resolveDir }) => {
        if (kind === 'entry-point') return undefined;
        const file = join(resolveDir, path);
        const room = roomOf(file);
        // An index only names what its room offers: it is read through, and nobody's room.
        const insideRoom = room === roomOf(importer) && !isIndex(importer);
        if (isIndex(file) || insideRoom) return undefined;
        const place = isIndex(importer) ? './internal/' : './';
        return { path: `${place}${room}${extension}`, external: true };
      },
    );

    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: annotatePure(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
});
