import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { besideOf, offered, projectFields } from '../../docs/.vitepress/stackblitz/project';
import pkg from '../../package.json' with { type: 'json' };

const examples = Object.fromEntries(
  readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(`examples/${path}`, 'utf8')]),
);
const dependencies = { overdeliver: '1.2.3', ...pkg.dependencies, tsx: '4.0.0', zod: '4.6.7' };
const names = Object.keys(offered) as (keyof typeof offered)[];

it.each(names)('%s opens with all that it imports, and reads no file', (name) => {
  const fields = projectFields(name, examples, dependencies);
  const texts = Object.entries(fields).filter(([path]) => path.endsWith('.ts]'));
  expect(fields[`project[files][${name}.ts]`]).toBe(examples[`${name}.ts`]);
  for (const [path, text] of texts) {
    const from = [...text.matchAll(/from '([^']+)'/g)].map(([, specifier = '']) => specifier);
    for (const specifier of from) {
      if (!specifier.startsWith('.')) {
        const parts = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1);
        expect(Object.keys(dependencies), path).toContain(parts.join('/'));
        continue;
      }
      const own = path.slice('project[files]['.length, -1);
      expect(Object.keys(fields)).toContain(`project[files][${besideOf(own, specifier)}]`);
    }
  }
});

it('a project installs the released package and runs the example', () => {
  const { 'project[files][package.json]': text = '', ...fields } = projectFields(
    'dentist',
    examples,
    dependencies,
  );
  const { scripts, ...manifest } = JSON.parse(text);
  expect(scripts).toEqual({ start: 'tsx dentist.ts' });
  expect(manifest.dependencies).toEqual(dependencies);
  expect(fields['project[template]']).toBe('node');
});

it('an example that is not there is refused', () => {
  expect(() => projectFields('dentist', {}, dependencies)).toThrow('no example dentist.ts');
});

it('follows imports to other folders', () => {
  const sources = {
    'dentist.ts': "import { a } from './data/a.ts';",
    'data/a.ts': "import { b } from '../lib/b.ts';",
    'lib/b.ts': 'export const b = 1;',
  };
  expect(Object.keys(projectFields('dentist', sources, {}))).toContain('project[files][lib/b.ts]');
});
