/** `npm start`: builds the whole book and serves it until Ctrl+C. `PORT` picks the port, `HOST` the interface, `BASE_PATH` the path. */
import type { Server } from 'node:http';
import { build } from './build.ts';
import { base, dist } from './paths.ts';
import { addressOf, serve, type Site } from './serve.ts';

const usual = 4321;
const site: Site = { dir: dist, base };

/** The server on the port asked for, else on the usual one, else on any that is free. */
async function open(asked: string | undefined): Promise<Server> {
  if (asked !== undefined) return serve(site, Number(asked), process.env['HOST']);
  return serve(site, usual, process.env['HOST']).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return serve(site, 0, process.env['HOST']);
    throw error;
  });
}

await build();
console.log(`\nThe book is at ${addressOf(await open(process.env['PORT']), site)}   (Ctrl+C ends it)`);
