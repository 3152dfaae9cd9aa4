// An edge worker: durations come in as JSON, a promise goes out; made for `wrangler dev`, `deno serve` or `bun run`, which
// all call the handler's `fetch`. The library has no clock, disk or Node API for an edge to lack.
import { capabilityFromSamples, isOverdeliverError, planPromise } from 'overdeliver';
import { planOptionsSchema } from 'overdeliver/promise';
import * as z from 'zod/mini';

// Without a language `zod/mini` says no more than "Invalid input".
z.config(z.locales.en());
const bodySchema = z.object({ minutes: z.array(z.number()), options: planOptionsSchema });

export default {
  async fetch(request) {
    try {
      const { minutes, options } = bodySchema.parse(await request.json());
      const capability = capabilityFromSamples(minutes, { unit: 'minutes' });
      const { promise, chance } = planPromise(capability, options);
      return Response.json({ promise, chance });
    } catch (error) {
      if (isOverdeliverError(error)) {
        const { code, path, expected } = error;
        return Response.json({ code, path, expected }, { status: 422 });
      }
      if (error instanceof z.core.$ZodError) return Response.json(error.issues, { status: 400 });
      throw error;
    }
  },
};
