import type { MiddlewareHandler } from 'astro';
import { numbered } from './markdown/numbered.ts';

/** Every page, as it is built or asked for by an author, before it is sent. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(numbered(await response.text()), response);
};
