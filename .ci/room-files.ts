import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { annotatePure } from './annotate-pure';

const src = resolve('src');
const rooms = readdirSync(src).filter((name) => !name.includes('.'));
const inRoom = (file: string) => relative(src, file).split(sep);

/**
 * Builds two files per room: `internal/promise` holds its code, once per format, and `promise` offers the public part.
 * A file costs an app that starts more than the code in it, so there are few.
 */
export const roomFiles: Plugin = {
  name: 'room-files',
  setup(build) {
    const internal = rooms.map((room) => [`internal/${room}`, `internal:${room}`]);
    build.initialOptions.entryPoints = {
      ...Object.fromEntries(internal),
      ...(build.initialOptions.entryPoints as Record<string, string>),
    };
    const extension = build.initialOptions.outExtension?.['.js'] ?? '.js';

    build.onResolve({ filter: /^internal:/ }, ({ path }) => ({ path, namespace: 'internal' }));
    build.onLoad({ filter: /^internal:/, namespace: 'internal' }, ({ path }) => {
      const resolveDir = join(src, path.slice('internal:'.length));
      const files = readdirSync(resolveDir).filter((file) => file !== 'index.ts');
      return { contents: files.map((file) => `export * from './${file}';`).join('\n'), resolveDir };
    });

    build.onResolve(
      { filter: /^\./, namespace: 'file' },
      ({ path, importer, kind, resolveDir }) => {
        if (kind === 'entry-point') return undefined;
        const [room, file] = inRoom(join(resolveDir, path));
        const [ownRoom, ownFile] = inRoom(importer);
        // An index only names what its room offers: it is read through, and nobody's room.
        const insideRoom = room === ownRoom && ownFile !== 'index.ts';
        if (file === 'index' || insideRoom) return undefined;
        const place = ownFile === undefined || ownFile === 'index.ts' ? './internal/' : './';
        return { path: `${place}${room}${extension}`, external: true };
      },
    );

    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: annotatePure(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
