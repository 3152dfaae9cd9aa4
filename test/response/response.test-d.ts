import type { Action, Contact, planRecovery, triageExpectation } from 'overdeliver';
import { planReassurance } from 'overdeliver/response';
import { expectTypeOf, test } from 'vitest';

test('actions know their codes', () => {
  expectTypeOf(planReassurance).returns.toExtend<readonly Action[]>();
  expectTypeOf<
    ReturnType<typeof triageExpectation>['actions'][number]['code']
  >().toExtend<string>();
  expectTypeOf<'apologise'>().toExtend<
    ReturnType<typeof planRecovery>['actions'][number]['code']
  >();
  expectTypeOf<'grovel'>().not.toExtend<
    ReturnType<typeof planRecovery>['actions'][number]['code']
  >();
});

test('a contact names its zone', () => {
  // @ts-expect-error without a zone, quiet hours mean nothing
  const contact: Contact = { quiet: '21:00-08:00' };
  expectTypeOf(contact).toEqualTypeOf<Contact>();
});
