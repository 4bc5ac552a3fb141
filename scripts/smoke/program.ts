import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A program that runs beside this one. */
export interface Program { readonly child: ChildProcess; readonly stop: () => Promise<void> }

/** The first file that is there: of commands on the path, or of patterns. */
export function findProgram(commands: readonly string[], patterns: readonly string[] = []): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return globSync([...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...patterns])[0];
}

/** Starts a program. `stop` ends it and resolves when it has ended. */
export function start(command: string, args: readonly string[], stdio: StdioOptions, env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(command, args, { stdio, env: { ...process.env, ...env } });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => { resolve(); });
    child.once('error', () => { resolve(); });
  });
  return { child, stop: () => { child.kill(); return ended; } };
}

/** What a pattern finds in a line of a stream; rejects with all that was said instead when the stream ends without. */
export function heard(stream: Readable, pattern: RegExp, who: string): Promise<string> {
  const said: string[] = [];
  const lines = createInterface(stream);
  return new Promise((resolve, reject) => {
    // The lines are read to the end: a pipe that nobody reads stops the program once it is full.
    lines.on('line', (line) => {
      const [, found] = pattern.exec(line) ?? [];
      if (found === undefined) said.push(line);
      else resolve(found);
    });
    lines.once('close', () => { reject(new Error(`${who} ended before it was ready. It said:\n${said.join('\n')}`)); });
  });
}
