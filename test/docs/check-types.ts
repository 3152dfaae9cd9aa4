import { join } from 'node:path';
import ts from 'typescript';
import type { Block } from './find-blocks';

/**
 * Compiles the blocks in one program, each as a module of its own, with the repository's strict
 * settings and `overdeliver` resolved to src. Returns one list of messages per block.
 */
export function typeErrors(blocks: readonly Block[], root: string): string[][] {
  const path = join(root, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    path,
    // a name may be there for the reader only
    {
      noUnusedLocals: false,
      noUnusedParameters: false,
      moduleDetection: ts.ModuleDetectionKind.Force,
    },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => fail(problem) },
  );
  if (config === undefined) throw new Error(`${path} cannot be read`);
  const names = blocks.map((_, index) => join(root, 'test/docs', `block-${index}.ts`));
  const codes = new Map(names.map((name, index) => [name, blocks[index]?.code]));
  const host = ts.createCompilerHost(config.options);
  const onDisk = {
    fileExists: host.fileExists,
    readFile: host.readFile,
    getSourceFile: host.getSourceFile,
  };
  host.fileExists = (name) => codes.has(name) || onDisk.fileExists(name);
  host.readFile = (name) => codes.get(name) ?? onDisk.readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const code = codes.get(name);
    return code === undefined
      ? onDisk.getSourceFile(name, ...rest)
      : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram(names, config.options, host);
  for (const problem of [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()])
    fail(problem);
  return names.map((name) => {
    const source = program.getSourceFile(name);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map((problem) => {
      const line = source?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
      return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`;
    });
  });
}

function fail(problem: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
}
