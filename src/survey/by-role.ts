import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { readRoles } from './input-responses';
import { type CustomerRole, customerRoles } from './responses';

/**
 * Splits responses by the role in which people answered, so that users are not averaged with buyers.
 *
 * @param responses answers, each with the role of who gave them
 * @returns one entry for each role that occurs, in the order of {@link customerRoles}; null is last: not known
 * @throws InvalidInputError `unknown-name` for another role
 * @example
 * ```ts
 * import { byRole } from 'overdeliver/survey';
 *
 * const groups = byRole([
 *   { respondent: 'Ann', role: 'buyer', answers: { ease: 2 } },
 *   { respondent: 'Bo', role: 'user', answers: { ease: 5 } },
 *   { respondent: 'Cy', role: 'user', answers: { ease: 4 } },
 * ]);
 * groups.map(({ role, responses }) => [role, responses.length]); // => [['user', 2], ['buyer', 1]]
 * ```
 */
export function byRole<One extends { readonly role?: CustomerRole | null | undefined }>(
  responses: readonly One[],
): readonly { readonly role: CustomerRole | null; readonly responses: readonly One[] }[] {
  return door('byRole', () => {
    const list = listOf('responses', responses);
    return groupsByRole(list, readRoles(list));
  });
}

/** The same of responses whose roles are read. */
export function groupsByRole<One>(
  list: readonly One[],
  roles: readonly (CustomerRole | null)[],
): readonly { readonly role: CustomerRole | null; readonly responses: readonly One[] }[] {
  return [...customerRoles, null].flatMap((role) => {
    const responses = list.filter((_, i) => roles[i] === role);
    return responses.length === 0 ? [] : [{ role, responses }];
  });
}
