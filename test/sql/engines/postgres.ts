import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, isText, readTabbed, type TableColumns } from './engine';
import { end, programAt, type Server, serverUser, until } from './server';

const version = 15;
const bin = (name: string) =>
  programAt([`/usr/lib/postgresql/${version}/bin/${name}`], `postgresql-${version}`);

/** A cluster in a folder of its own, reached by a socket there. */
export async function startPostgres(settings: readonly string[] = []): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'overdeliver-postgres-'));
  const user = serverUser('postgres');
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(bin('initdb'), ['-D', data, '-U', 'od', '--auth=trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const options = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    ...settings,
  ];
  const server = spawn(
    bin('postgres'),
    ['-D', data, ...options.flatMap((option) => ['-c', option])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const postgres = postgresEngine(folder);
  await until(async () => (await postgres.ask('SELECT 1 AS one')).one?.[0] === 1, 'PostgreSQL');
  return {
    place: folder,
    async stop() {
      // SIGINT would be faster for clients that hang on; there are none.
      await end(server);
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL says what it is going to do. */
export type PostgresEngine = Engine & {
  readonly explain: (text: string) => Promise<readonly string[]>;
};

/** The engine behind a socket, and a schema of it where tables lie. */
export function postgresEngine(folder: string, schema = 'public'): PostgresEngine {
  const psql = (text: string, input = ''): Promise<string> =>
    new Promise((resolve, reject) => {
      const args = ['-h', folder, '-U', 'od', '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'];
      const env = { ...process.env, PGOPTIONS: `-c search_path=${schema}` };
      const options = { maxBuffer: 2 ** 30, env };
      const child = execFile(bin('psql'), [...args, '-c', text], options, (error, out, problem) => {
        if (error) reject(new Error(problem || error.message));
        else resolve(out);
      });
      // Nothing is written where nothing is read: psql may be gone by then.
      child.stdin?.end(input === '' ? undefined : input);
    });
  return {
    dialect: 'postgres',
    async load(table, columns) {
      const types = Object.entries(columns).map(
        ([name, column]) => `"${name}" ${isText(column) ? 'text' : 'float8'}`,
      );
      await psql(`DROP TABLE IF EXISTS ${table}`);
      await psql(`CREATE TABLE ${table} (${types.join(', ')})`);
      await psql(`COPY ${table} FROM STDIN`, tabbed(columns));
    },
    async ask(text) {
      return readTabbed(await psql(`COPY (${text}) TO STDOUT WITH (HEADER)`));
    },
    async run(text) {
      await psql(text);
    },
    async explain(text) {
      return (await psql(`EXPLAIN (VERBOSE, COSTS OFF) ${text}`)).split('\n');
    },
  };
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function tabbed(columns: TableColumns): string {
  const all = Object.values(columns);
  const cell = (value: number | string | null | undefined) => {
    if (value === null || value === undefined) return '\\N';
    return String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '');
  };
  const rows = Array.from({ length: all[0]?.length ?? 0 }, (_, i) =>
    all.map((column) => cell(column[i])).join('\t'),
  );
  return `${rows.join('\n')}\n`;
}
