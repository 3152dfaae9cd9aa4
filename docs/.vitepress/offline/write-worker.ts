import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const template = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Not for readers: texts for language models, lists for crawlers. */
const notForReaders = /\.(md|txt|xml)$|^(hashmap\.json|404\.html|offline\.js)$/;

/** Writes the worker that keeps the built site for when there is no network, with the list of what to keep. */
export function writeWorker(outDir: string, base: string): void {
  const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !notForReaders.test(file) && statSync(join(outDir, file)).isFile())
    .sort();
  const content = createHash('sha256');
  for (const file of files) content.update(file).update(readFileSync(join(outDir, file)));
  const urls = files.map((file) => base + file.replace(/(^|\/)index\.html$|\.html$/, '$1'));
  const code = readFileSync(template, 'utf8')
    .replace("'VERSION'", () => JSON.stringify(`overdeliver-${content.digest('hex').slice(0, 16)}`))
    .replace("'FILES'", () => JSON.stringify(urls));
  writeFileSync(join(outDir, 'offline.js'), code);
}
