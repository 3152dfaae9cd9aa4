import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, isText, readTabbed, type TableColumns } from './engine';
import { end, freePorts, programAt, type Server, until } from './server';

const server = () =>
  programAt(['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'], 'clickhouse-server');

/** A server in a folder of its own, with the ports that it is given or free ones, and more of its configuration and profile. */
export async function startClickHouse(
  ports?: readonly number[],
  more = '',
  profile = '',
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'overdeliver-clickhouse-'));
  const [http, tcp, between] = ports ?? (await freePorts(3));
  const config = join(folder, 'config.xml');
  writeFileSync(
    config,
    `<yandex>
  <logger><level>error</level><console>0</console></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <interserver_http_port>${between}</interserver_http_port>
  <path>${folder}/</path>
  <tmp_path>${folder}/passing/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path>
  <format_schema_path>${folder}/schemas/</format_schema_path>
  <users_config>${folder}/users.xml</users_config>
  <mark_cache_size>104857600</mark_cache_size>
  <!-- Longer than this process may be busy and so not hear that a connection was closed. -->
  <keep_alive_timeout>600</keep_alive_timeout>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  ${more}
</yandex>`,
  );
  writeFileSync(
    join(folder, 'users.xml'),
    `<yandex>
  <profiles><default><max_memory_usage>8000000000</max_memory_usage>${profile}</default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>`,
  );
  const child = spawn(server(), [`--config-file=${config}`], { cwd: folder, stdio: 'ignore' });
  const place = `http://127.0.0.1:${http}`;
  const clickhouse = clickHouseEngine(place);
  await until(async () => (await clickhouse.ask('SELECT 1 AS one')).one?.[0] === 1, 'ClickHouse');
  return {
    place,
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true });
    },
  };
}

/** The engine behind an address, and a database of it where tables lie. */
export function clickHouseEngine(place: string, database = 'default'): Engine {
  const post = async (query: string, body?: Uint8Array<ArrayBuffer>): Promise<string> => {
    const inserts = body !== undefined;
    const wanted = new URLSearchParams({ database, ...(inserts ? { query } : {}) });
    const address = `${place}/?${wanted}`;
    const response = await fetch(address, { method: 'POST', body: body ?? query });
    const text = await response.text();
    if (!response.ok) throw new Error(text.slice(0, 2000));
    return text;
  };
  return {
    dialect: 'clickhouse',
    async load(table, columns) {
      const types = Object.entries(columns).map(
        ([name, column]) => `\`${name}\` Nullable(${isText(column) ? 'String' : 'Float64'})`,
      );
      await post(`DROP TABLE IF EXISTS ${table}`);
      await post(`CREATE TABLE ${table} (${types.join(', ')}) ENGINE = Memory`);
      await post(`INSERT INTO ${table} FORMAT RowBinary`, rowBinary(columns));
    },
    async ask(text) {
      return readTabbed(await post(`${text}\nFORMAT TabSeparatedWithNames`));
    },
    async run(text) {
      await post(text);
    },
  };
}

/** Rows in binary, since its reading of decimals may be off by the last bit. */
function rowBinary(columns: TableColumns): Uint8Array<ArrayBuffer> {
  const all = Object.values(columns).map((column) => ({ column, texts: isText(column) }));
  const rows = all[0]?.column.length ?? 0;
  const most = all.reduce((sum, { texts }) => sum + (texts ? 2 + longest : 9), 0);
  const bytes = new Uint8Array(rows * most);
  const view = new DataView(bytes.buffer);
  const encoder = new TextEncoder();
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (const { column, texts } of all) {
      const value = column[i];
      if (value === null || value === undefined) bytes[at++] = 1;
      else if (texts) {
        const { written } = encoder.encodeInto(String(value), bytes.subarray(at + 2));
        if (written > longest) throw new RangeError(`texts of at most ${longest} bytes`);
        bytes[at + 1] = written;
        at += 2 + written;
      } else {
        view.setFloat64(at + 1, Number(value), true);
        at += 9;
      }
    }
  }
  return bytes.slice(0, at);
}

/** Lengths are written in one byte. */
const longest = 127;
