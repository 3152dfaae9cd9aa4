import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../docs/.vitepress/dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface ServedSite {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built site as a host of static pages does: addresses without .html, gzip, its own page for what is not there. */
export async function serveSite(): Promise<ServedSite> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
    const file = path.endsWith('/') ? `${path}index.html` : extname(path) ? path : `${path}.html`;
    const read = async (name: string) => readFile(join(dist, name)).catch(() => undefined);
    const body = (await read(file)) ?? (await read(extname(path) ? path : `${path}/index.html`));
    const content = gzipSync(body ?? (await read('404.html')) ?? '', { level: 1 });
    response.writeHead(body ? 200 : 404, {
      'content-type': `${types[extname(body ? file : '404.html')] ?? 'application/octet-stream'}; charset=utf-8`,
      'content-encoding': 'gzip',
      'content-length': content.length,
    });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
