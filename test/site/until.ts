import { expect } from 'vitest';

/** Does something again until it shows: a page that has just come answers only once its scripts have run. */
export async function until(act: () => Promise<unknown>, shows: () => Promise<boolean>) {
  const done = async () => {
    if (await shows()) return true;
    await act();
    return false;
  };
  await expect.poll(done, { interval: 500, timeout: 30_000 }).toBe(true);
}
