import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** How a program ended. `output` is what it printed, in order, when it was caught. */
export interface Ended { readonly code: number; readonly output: string }

/** Runs `node` with these arguments in the checkout, or in a copy of it; shows the output as it comes, or catches it. */
export function node(args: readonly string[], show: 'show' | 'catch', env: NodeJS.ProcessEnv = {}, cwd = root): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const ended = signal === null ? '' : `\nEnded from outside, by ${signal}.`;
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() + ended });
    });
  });
}

/** The script file behind a package's command, so that it starts alike on every system: `bin('vitest')`. */
export function bin(name: string, from = name): string {
  const folder = join(root, 'node_modules', from);
  if (!existsSync(folder)) throw new Error(`${from} is not installed. Run npm ci first.`);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bins === 'string' ? bins : bins[name];
  if (file === undefined) throw new Error(`${from} has no command ${name}; it has ${Object.keys(bins).join(', ')}`);
  return join(folder, file);
}

/** Runs a system command and shows what it prints; true when it exists and succeeded. */
export function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}
