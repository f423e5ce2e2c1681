/** Whether every request of a path is answered oddly, or the first alone and the others by key. */
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

const answeredRequestsSchema = z.enum(['every', 'first']);
export type AnsweredRequests = z.infer<typeof answeredRequestsSchema>;

export const answeredRequests = setupAxis({
  meaning: 'The requests of a path that `answer` is for: every one, or the first alone.',
  schema: answeredRequestsSchema,
  usual: 'every',
  since: 5,
  arbitrary: () => weighted({ every: 3, first: 1 }),
});
