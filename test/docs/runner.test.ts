import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { typeErrors } from './check-types';
import { type Block, markdownBlocks, sourceBlocks } from './find-blocks';
import { matchesText } from './matches-text';
import { runBlock } from './run-block';

const root = fileURLToPath(new URL('../..', import.meta.url));
const block = (code: string, run = true): Block => ({ file: 'page.md', line: 10, code, run });

describe('finding blocks', () => {
  it('reads fences with their lines, also indented ones', () => {
    const text =
      '# A\n\n```ts\na;\n```\n\n- b\n  ```ts no-run\n  b {\n    c;\n  ```\n\n```sh\nnpm\n```\n';
    expect(markdownBlocks('a.md', text)).toEqual([
      { file: 'a.md', line: 3, code: 'a;\n', run: true },
      { file: 'a.md', line: 8, code: 'b {\n  c;\n', run: false },
    ]);
  });

  it('reads doc comments', () => {
    const source =
      'const a = 1;\n/**\n * Says.\n *\n * @example\n * ```ts\n * b({\n *   c,\n * });\n * ```\n */\n';
    expect(sourceBlocks('a.ts', source)).toEqual([
      { file: 'a.ts', line: 6, code: 'b({\n  c,\n});\n', run: true },
    ]);
  });

  it.each(['typescript', 'js', 'TS'])('refuses a %s block', (language) => {
    expect(() => markdownBlocks('a.md', `\`\`\`${language}\na;\n\`\`\`\n`)).toThrow(
      'a.md:1: write ts',
    );
  });

  it('refuses what would be passed over', () => {
    expect(() => markdownBlocks('a.md', '```ts norun\na;\n```\n')).toThrow('may say no-run');
    expect(() => sourceBlocks('a.ts', '/**\n * @example\n * a;\n */\n')).toThrow(
      'needs a ts block',
    );
  });
});

describe('compiling blocks', () => {
  it('reports what is wrong, per block', () => {
    const [right, wrong, strict, broken] = typeErrors(
      [
        block(
          "import { levelFromAnswer } from 'overdeliver';\nlevelFromAnswer(1, { min: 1, max: 5 });",
        ),
        block(
          "import { levelFromAnswer } from 'overdeliver';\n\nlevelFromAnswer('1', { min: 1, max: 5 });",
        ),
        block('const first: number = [1, 2][0];'),
        block('const = 1;'),
      ],
      root,
    );
    expect(right).toEqual([]);
    expect(wrong).toEqual([expect.stringContaining('line 3: Argument of type')]);
    expect(strict).toEqual([expect.stringContaining("line 1: Type 'number | undefined'")]);
    expect(broken).not.toEqual([]);
  });
});

describe('running blocks', () => {
  it.each([
    '1 + 1; // => 2',
    'const a = 1 + 1; // => 2\na; // => 2',
    'console.log(1 + 1); // => 2',
    '[1, 2].map((x) => ({\n  x,\n})); // => [{ x: 1 }, { x: 2 }]',
    '({ a: 1, b: { c: 2 } });\n// => {\n//      a: 1,\n//      b: { c: 2 },\n//    }',
    'await Promise.resolve(3); // => 3',
    "import { levelFromAnswer } from 'overdeliver/core';\nlevelFromAnswer(3, { min: 1, max: 5 }); // => 50",
    "import { levelFromAnswer } from 'overdeliver';\nlevelFromAnswer(9, { min: 1, max: 5 }); // => throws out-of-range",
    "import * as z from 'zod/mini';\nz.parse(z.number(), 3); // => 3",
    'console.log(1, 2);\nconst a: number = 1; // a comment => of another kind',
  ])('passes %j', (code) => runBlock(block(code)));

  it.each([
    ['1 + 1; // => 3', 'page.md:11 shows 3, but the value is 2'],
    ['const a = 1;\n\nconst b = a; // => 2', 'page.md:13 shows 2, but the value is 1'],
    ['console.log(1); // => 2', 'shows 2'],
    ['({ a: 1 });\n// => {\n//      a: 2,\n//    }', 'but the value is { a: 1 }'],
    ["throw new Error('no'); // nothing shown", 'no'],
    ['1; // => throws out-of-range', 'does not throw'],
    [
      "import { levelFromAnswer } from 'overdeliver';\nlevelFromAnswer(9, { min: 1, max: 5 }); // => throws missing",
      'but it throws out-of-range',
    ],
    ['for (const a of [1]) {\n  a; // => 1\n}', 'follows no statement'],
    ['if (true) {} // => 1', 'no value to compare'],
    ['const { a } = { a: 1 }; // => 1', 'no value to compare'],
    ['1; // => one two', 'Unexpected identifier'],
    ["import 'nowhere';", 'nowhere'],
  ])('fails %j', async (code, message) => {
    await expect(runBlock(block(code))).rejects.toThrow(message);
  });

  it('does not run a no-run block, which therefore shows no results', async () => {
    await runBlock(block("throw new Error('no');", false));
    await expect(runBlock(block('1; // => 1', false))).rejects.toThrow('cannot show results');
  });
});

describe('comparing', () => {
  const date = new Date('2026-01-05T10:00:00.000Z');

  it.each<[unknown, string]>([
    [1.2499, '1.25'],
    [0.9, '0.90'],
    [-1.2499, '-1.25'],
    [2.2e-16, '2.2e-16'],
    [60 + 1e-12, '60'],
    ['a', "'a'"],
    [null, 'null'],
    [undefined, 'undefined'],
    [date, '2026-01-05T10:00:00.000Z'],
    [{ due: date, rest: [1, 2] }, "{ due: '2026-01-05T10:00:00.000Z', rest: [1, 2] }"],
    [Float64Array.of(0.123, 1), '[0.12, 1]'],
    [Float64Array.of(1), 'new Float64Array([1])'],
  ])('%j matches %s', (actual, text) => expect(matchesText(actual, text)).toBe(true));

  it.each<[unknown, string]>([
    [1.256, '1.25'],
    [0.906, '0.90'],
    [60.4, '60'],
    [60.001, '60'],
    ['1', '1'],
    [1, "'1'"],
    [Number.NaN, '1'],
    [null, 'undefined'],
    [new Date(0), '2026-01-05T10:00:00.000Z'],
    [new Date(Number.NaN), '2026-01-05T10:00:00.000Z'],
    [{ a: 1, b: 2 }, '{ a: 1 }'],
    [{ a: 1 }, '{ a: 1, b: 2 }'],
    [[1, 2], '[1]'],
    [{ 0: 1, length: 1 }, '[1]'],
    [[1], '{ 0: 1 }'],
  ])('%j does not match %s', (actual, text) => expect(matchesText(actual, text)).toBe(false));
});
