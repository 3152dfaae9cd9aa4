import * as z from 'zod/mini';
import { keysAlong } from './path-keys';
import { Refusal } from './refusal';

/** JSON Schema for what is read, where it may arrive as JSON. */
type Description = Readonly<Record<string, unknown>>;

/**
 * A schema for what a function reads better than a schema could, such as a long column: what it refuses, by a path from
 * its value on, is refused at the schema's place.
 */
export function readWith<Given, Read>(
  read: (value: Given) => Read,
  description?: Description,
): z.ZodMiniTransform<Read, Given> {
  const schema = z.transform((value: Given, { issues }): Read => {
    try {
      return read(value);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const [path, message] = [keysAlong(refusal.path, value), refusal.wanted];
      issues.push({ code: 'custom', input: value, path, message, params: { refusal } });
      return z.NEVER;
    }
  });
  if (description) {
    // A copy, since zod writes into what it is given.
    schema._zod.toJSONSchema = () => ({ ...description });
    // A transform counts as optional; what is described must be there, unless it is wrapped in an optional.
    schema._zod.optin = undefined;
  }
  return schema;
}
