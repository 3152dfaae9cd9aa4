import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { typeErrors } from './check-types';
import { documentationBlocks } from './find-blocks';
import { runBlock } from './run-block';

const root = fileURLToPath(new URL('../..', import.meta.url));
const blocks = documentationBlocks(root);
const errors = typeErrors(blocks, root);

for (const [index, block] of blocks.entries()) {
  describe(`${block.file}:${block.line}`, () => {
    it('compiles', () => expect(errors[index]).toEqual([]));
    it(block.run ? 'shows what it gives' : 'shows no result', () => runBlock(block));
  });
}

it('finds the blocks of the README', () => {
  expect(blocks.filter(({ file }) => file === 'README.md')).not.toHaveLength(0);
});
