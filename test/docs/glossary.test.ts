import { readFileSync } from 'node:fs';
import type { LiveQuote, PromisePlan } from 'overdeliver';
import { expect, it } from 'vitest';

type Guarantee = PromisePlan['guarantee'];
type None = Extract<Guarantee, { readonly kind: 'none' }>;

const kinds: Record<
  Guarantee['kind'] | NonNullable<LiveQuote['guarantee']>['kind'] | None['reason'],
  true
> = {
  'finite-sample': true,
  tolerance: true,
  chosen: true,
  'recent-orders': true,
  none: true,
  'no-ranks': true,
  'too-few': true,
  'chosen-on-observations': true,
};

it('the glossary names every kind of a guarantee, and every reason for none', () => {
  const rows = readFileSync('docs/concepts/glossary.md', 'utf8').matchAll(/^\| `([\w-]+)` \|/gm);
  expect([...rows].map(([, name]) => name)).toEqual(Object.keys(kinds));
});
