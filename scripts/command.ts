import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { dist } from './paths.ts';

/** Says why a command does nothing; whoever called it sees exit code 2. */
export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

/** What a command was given. One that takes no such option says so, and how it is used. */
export function optionsOf<const Config extends ParseArgsConfig>(config: Config, usage: string): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return refuse(`${error.message}\n${usage}`);
    throw error;
  }
}

/** A whole number that was given for an option. */
export const wholeNumber = (text: string, option: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : refuse(`--${option} takes a whole number, not “${text}”.`));

/** For a command that needs the built book. */
export function needBuilt(folder = dist): void {
  if (!existsSync(join(folder, 'index.html'))) refuse('There is no built book in dist/. Run npm run build first.');
}
