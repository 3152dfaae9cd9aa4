import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * A package of a folder beside this file, each with a package.json of its own, so that none is a dependency. What is
 * missing there is installed.
 */
export async function packageOf<Module>(folder: string, name = folder): Promise<Module> {
  const place = fileURLToPath(new URL(`${folder}/`, import.meta.url));
  if (!existsSync(`${place}node_modules`)) install(place);
  const path = createRequire(`${place}package.json`).resolve(name);
  return (await import(pathToFileURL(path).href)) as Module;
}

function install(place: string): void {
  process.stderr.write(`npm install in ${place}\n`);
  const options = ['--prefix', place, '--no-package-lock', '--no-audit', '--no-fund', '--silent'];
  const { status } = spawnSync('npm', ['install', ...options], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm install in ${place} failed: run it there to see why`);
}
