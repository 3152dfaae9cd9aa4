// Runs in an engine under comparison, beside the batteries: prints what each call gave, as JSON.
import { isOverdeliverError } from 'overdeliver';
import { fits, others } from './battery.mjs';
import * as examples from './examples.mjs';

function plain(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  // What a generator yields is the example's to take.
  if (typeof value === 'function' || typeof value?.next === 'function') return undefined;
  // A snapshot that an example wrote.
  if (typeof value === 'string' && value.startsWith('{"')) return plain(JSON.parse(value));
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (typeof value.toJSON === 'function') return plain(value.toJSON());
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value, plain);
  if (typeof value[Symbol.iterator] === 'function') return [...value].map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, plain(of)]));
}

/** What a call returns and reports; of a refusal its code and path. */
async function given(call) {
  const reported = [];
  const attempt = (asked) => {
    try {
      return asked();
    } catch (error) {
      if (isOverdeliverError(error)) return { code: error.code, path: error.path };
      throw error;
    }
  };
  const returned = await attempt(() => call((asked) => reported.push(plain(attempt(asked)))));
  return [plain(returned), ...reported];
}

const results = { fits: {}, others: {} };
for (const { fits: sought, others: formulas } of [{ fits, others }, examples]) {
  for (const [kind, calls] of Object.entries({ fits: sought, others: formulas })) {
    for (const [name, call] of Object.entries(calls)) {
      try {
        results[kind][name] = await given(call);
      } catch (error) {
        throw new Error(`${name}: ${error.stack}`);
      }
    }
  }
}
console.log(JSON.stringify(results));
