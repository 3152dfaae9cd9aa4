import { startClickHouse } from './clickhouse';
import { startPostgres } from './postgres';

/** What the tests need to reach the servers. */
declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
    clickhouse: string;
  }
}

/** Starts the servers before the tests, and stops them after. */
export default async function setup({
  provide,
}: {
  readonly provide: (name: 'postgres' | 'clickhouse', value: string) => void;
}): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const clickhouse = await startClickHouse();
  provide('postgres', postgres.place);
  provide('clickhouse', clickhouse.place);
  return async () => {
    await clickhouse.stop();
    await postgres.stop();
  };
}
