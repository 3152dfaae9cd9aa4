import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { addressed, citationOf, type Package } from '../../.ci/address';
import manifest from '../../package.json' with { type: 'json' };

/** What the format's schema (Citation File Format 1.2.0) says of the keys that we use: no other ones, and these four always. */
const citationSchema = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  title: z.string().min(1),
  authors: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  type: z.enum(['software', 'dataset']),
  abstract: z.string().min(1),
  license: z.literal(manifest.license),
  keywords: z.array(z.string().min(1)).min(1),
  version: z.string(),
  'repository-code': z.url().optional(),
  url: z.url().optional(),
});

const text = readFileSync('CITATION.cff', 'utf8');
const pkg: Package = manifest;

it.each([
  ['as it is', text],
  ['with an address', citationOf(text, addressed(pkg, 'https://host.example/owner/name'))],
])('CITATION.cff is what its format takes, %s', (_, citation) => {
  const read = citationSchema.parse(parse(citation));
  expect(read.version).toBe(manifest.version);
  expect(new Set(read.keywords).size).toBe(read.keywords.length);
});

it('a citation without authors, or with a key that the format does not have, is refused', () => {
  expect(citationSchema.safeParse(parse(text.replace('authors:', 'writers:'))).success).toBe(false);
});
