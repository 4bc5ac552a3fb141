import { spawn } from 'node:child_process';

/** A book as its author has it open: `npm run dev`. */
export interface Developing { readonly address: string; stop(): void }

const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+\//;

/** Starts Astro's own server, the script at `astro`, for the book in that folder, and waits until it says where it listens. */
export function developing(astro: string, book: string): Promise<Developing> {
  const child = spawn(process.execPath, [astro, 'dev', '--port', '0'], { cwd: book, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [found] = address.exec(said) ?? [];
      if (found !== undefined) resolve({ address: found, stop: () => { child.kill(); } });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => { reject(new Error(`astro dev ended before it listened:\n${said}`)); });
  });
}
