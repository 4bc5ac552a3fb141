import type { APIRoute } from 'astro';
import { exampleIds, type ExampleId } from '../../../../components/tools/process/symptoms.ts';
import seed from '../../../engine/memory/fixtures/seed-vmlet.pmap.txt?raw';
import { recordedProcess, recordedService, type ProcessName } from '../../../oracle/processes.ts';

const recorded = (name: ProcessName): string => recordedProcess(name).recording.rows[0]!.smaps;

/** The texts that the examples of `/tools/process/` load, as they were printed. */
const texts: { readonly [Id in ExampleId]: () => string } = {
  service: () => { const { earlier, scrape, profile, prefixed, smaps } = recordedService(); return [earlier, scrape, profile, prefixed, smaps].join('\n'); },
  seed: () => seed, go: () => recorded('1.27'), cgo: () => recorded('cgo'), c: () => recorded('c-thread'),
};

export const getStaticPaths = () => exampleIds.map((example) => ({ params: { example } }));

export const GET: APIRoute<Record<string, never>, { example: ExampleId }> = ({ params }) =>
  new Response(texts[params.example](), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
