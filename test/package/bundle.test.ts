import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

type Metafile = Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;

// The build's shared chunks have names without meaning; its own metafile says which sources each
// holds. A chunk that holds two counts for both.
const built: Metafile = JSON.parse(readFileSync('dist/metafile-esm.json', 'utf8')).outputs;

const inputs = (outputs: Metafile) =>
  Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  );

/** The rooms whose code an app carries that imports these names from the built package. */
async function roomsBehind(names: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: `export ${names} from './dist/index.js';`, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    external: ['zod', 'date-fns', '@date-fns/tz'],
    metafile: true,
    write: false,
    minify: true,
    logLevel: 'error',
  });
  const sources = inputs(metafile.outputs)
    .filter((file) => file.startsWith('dist/'))
    .flatMap((file) => inputs({ [file]: built[file] as Metafile[string] }));
  return [...new Set(sources.map((file) => file.split('/')[1] as string))].sort();
}

it('a plan from samples carries nothing from the rooms above it', async () => {
  const below = ['capability', 'core', 'numerics', 'promise'];
  const rooms = await roomsBehind('{ capabilityFromSamples, planPromise }');
  expect(rooms).toEqual(expect.arrayContaining(['capability', 'promise']));
  expect(rooms.filter((room) => !below.includes(room))).toEqual([]);
});

it('everything carries every public room but the English wording, which is a matter of taste', async () => {
  const rooms = readdirSync('src').filter((name) => existsSync(`src/${name}/index.ts`));
  const carried = await roomsBehind('*');
  expect(rooms.filter((room) => !carried.includes(room))).toEqual(['english']);
});
