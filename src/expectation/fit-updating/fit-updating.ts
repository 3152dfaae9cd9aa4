import { door } from '../../input/door';
import { read } from '../../input/read';
import { historiesSchema, updatingOptionsSchema } from './input';
import { learnUpdating } from './learn-updating';
import type { UpdatingFit, UpdatingFitOptions, UpdatingHistory } from './updating-types';

/** Learns. */
export function fitUpdating(
  histories: readonly UpdatingHistory[],
  options: UpdatingFitOptions,
): UpdatingFit {
  return door('fitUpdating', () =>
    learnUpdating(
      read(historiesSchema, histories, 'histories'),
      read(updatingOptionsSchema, options, 'options'),
    ),
  );
}
