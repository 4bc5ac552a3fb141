import type { APIRoute } from 'astro';
import { exampleIds, type ExampleId } from '../../../../components/tools/gctrace/page/words.ts';
import { recordedGctrace } from '../../../oracle/gctrace.ts';

export const getStaticPaths = () => exampleIds.map((example) => ({ params: { example } }));

/** The logs that the examples of `/tools/gctrace/` load, as they were printed. */
export const GET: APIRoute<Record<string, never>, { example: ExampleId }> = ({ params }) =>
  new Response(recordedGctrace(params.example), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
