import type { MiddlewareHandler } from 'astro';
import { held } from './markdown/held.ts';
import { numbered } from './markdown/numbered.ts';

/** Every page, as it is built or asked for by an author, before it is sent. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(held(numbered(await response.text())), response);
};
