/** Files by their path. */
export type Sources = Readonly<Record<string, string>>;

/** The examples that need nothing but their own text and what they import. */
export const offered = {
  dentist: 'a price that nine bills in ten stay below, and what to do when one went over',
  garage: 'price promises, kept or broken by the bill',
  balance: 'the most profitable promise, and how much it matters',
  taxi: 'upgrades nobody was promised, on a budget',
  'customer-path': "a customer's expectations from the first purchase on",
} as const;

/**
 * The fields of a form that opens an example as a project of its own: StackBlitz takes the files, installs what the project
 * depends on and runs it.
 */
export function projectFields(
  example: keyof typeof offered,
  examples: Sources,
  dependencies: Sources,
): Sources {
  const main = `${example}.ts`;
  const manifest = {
    name: `overdeliver-${example}`,
    private: true,
    type: 'module',
    scripts: { start: `tsx ${main}` },
    dependencies,
    stackblitz: { startCommand: 'npm start' },
  };
  const files = {
    ...withImports(main, examples),
    'package.json': JSON.stringify(manifest, null, 2),
  };
  const fields = Object.entries(files).map(([path, text]) => [`project[files][${path}]`, text]);
  return {
    'project[title]': `overdeliver: ${offered[example]}`,
    'project[template]': 'node',
    ...Object.fromEntries(fields),
  };
}

/** A file, and the files beside it that it imports. */
function withImports(path: string, sources: Sources): Sources {
  const text = sources[path];
  if (text === undefined) throw new Error(`no example ${path}`);
  const beside = [...text.matchAll(/from '(\.\.?\/[^']+)'/g)].map(([, name = '']) => name);
  return Object.assign(
    { [path]: text },
    ...beside.map((name) => withImports(besideOf(path, name), sources)),
  );
}

/** The path of what a file imports by a path from its own folder. */
export const besideOf = (path: string, name: string): string =>
  new URL(name, `file:///${path}`).pathname.slice(1);
