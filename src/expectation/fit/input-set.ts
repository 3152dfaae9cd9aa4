import * as z from 'zod/mini';
import { fitShape, parameterShape, rangeSchema } from '../../input/parameter-shape';
import { keysAlong } from '../../input/path-keys';
import { Refusal } from '../../input/refusal';
import { recordOf } from '../../input/schemas';
import { parametersOnlySchema } from '../input';

/**
 * Validates a set of numbers for expectations, such as one that {@link fitExpectation} learnt and that comes back from storage:
 * all numbers of `expectationDefaults` within their ranges, and all weights or none.
 */
export const expectationParametersSchema = z
  .looseObject(
    {
      id: z.string(),
      setting: z.string(),
      fit: z.optional(z.looseObject(fitShape())),
      domain: z.optional(recordOf(rangeSchema())),
      parameters: recordOf(z.looseObject(parameterShape())),
    },
    'a parameter set such as expectation/assumed-1',
  )
  .check(
    z.check((set) => {
      const result = z.safeParse(parametersOnlySchema, { parameters: set.value });
      const [issue] = result.error?.issues ?? [];
      if (issue === undefined) return;
      const refusal = issue.code === 'custom' ? issue.params?.refusal : undefined;
      const at = refusal instanceof Refusal ? refusal.path : '';
      const [name = ''] = keysAlong(at, set.value);
      const path = keysAlong(name in set.value ? at : `parameters.${at}`, set.value);
      set.issues.push({ code: 'custom', input: set.value, message: issue.message, path });
    }),
  );
