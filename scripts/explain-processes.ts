import { readFileSync, writeFileSync } from 'node:fs';
import { explain } from '../src/engine/memory/classify.ts';
import { tourMapping, type TourMapping, type TourProcess } from '../src/engine/memory/map-tour.ts';
import { readProcess } from '../src/engine/memory/read.ts';

/** The processes readers may lay side by side, each with the text it was recorded as. */
const recorded = (name: string) => (): string => {
  const { rows: [row] } = JSON.parse(readFileSync(`oracle/recordings/processes/${name}.json`, 'utf8')) as { rows: [{ smaps: string }] };
  return row.smaps;
};
const seed = (name: string) => (): string => readFileSync(`src/engine/memory/fixtures/seed-${name}.pmap.txt`, 'utf8');

const sources: Readonly<Record<string, () => string>> = {
  'seed-sleep': seed('sleep'),
  'seed-go': seed('vmlet'),
  'c-malloc': recorded('c-malloc-1'),
  'c-mmap': recorded('c-malloc-200000'),
  'c-thread': recorded('c-thread'),
  'go-1.18': recorded('go-hello-1.18'),
  'go-1.27': recorded('go-hello-1.27'),
  'go-80': recorded('go-hold-80'),
  'go-cgo': recorded('go-cgo'),
};

/** What `src/demos/two-maps/processes.json` must hold: the engine's explanation of every source. */
export function explainProcesses(): Readonly<Record<string, TourProcess>> {
  return Object.fromEntries(Object.entries(sources).map(([id, text]) => [id, { mappings: explained(text()) }]));
}

function explained(text: string): readonly TourMapping[] {
  const process = readProcess(text);
  if (process.kind === 'rollup') throw new Error('a rollup has no mappings');
  return explain(process.mappings).attributed.map(tourMapping);
}

if (import.meta.main) {
  const path = 'src/demos/two-maps/processes.json';
  writeFileSync(path, `${JSON.stringify(explainProcesses())}\n`);
  console.log(`${path}: ${Object.keys(sources).length} processes explained`);
}
