import { Refusal } from './refusal';

/** Reads what stands inside something else: what is refused by a path from there on is refused at its place. */
export function inside<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown.within(path) : thrown;
  }
}
