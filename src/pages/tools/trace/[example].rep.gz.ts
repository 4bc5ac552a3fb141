import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { exampleIds, type ExampleId } from '../../../../components/tools/trace/page/words.ts';

export const getStaticPaths = () => exampleIds.map((example) => ({ params: { example } }));

/** The recorded traces that the examples of `/tools/trace/` load. */
export const GET: APIRoute<Record<string, never>, { example: ExampleId }> = ({ params }) =>
  new Response(new Uint8Array(readFileSync(`oracle/malloc/traces/${params.example}.rep.gz`)), { headers: { 'content-type': 'application/gzip' } });
