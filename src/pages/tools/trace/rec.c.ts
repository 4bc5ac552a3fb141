import type { APIRoute } from 'astro';
import source from '../../../../oracle/malloc/rec.c?raw';

/** The library that records a trace, for readers without a checkout. */
export const GET: APIRoute = () => new Response(source, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
