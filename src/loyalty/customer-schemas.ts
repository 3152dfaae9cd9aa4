import * as z from 'zod/mini';

export const outcomeSchema = z.enum(['below', 'met', 'exceeded']);
export const stageSchema = z.enum(['first-use', 'long-term']);
