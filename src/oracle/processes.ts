/** The recorded processes the text speaks of, by the names it gives them. */
import cMalloc from '../../oracle/recordings/processes/c-malloc-1.json' with { type: 'json' };
import cMallocLarge from '../../oracle/recordings/processes/c-malloc-200000.json' with { type: 'json' };
import cThread from '../../oracle/recordings/processes/c-thread.json' with { type: 'json' };
import goCgo from '../../oracle/recordings/processes/go-cgo.json' with { type: 'json' };
import go115 from '../../oracle/recordings/processes/go-hello-1.15.json' with { type: 'json' };
import go116 from '../../oracle/recordings/processes/go-hello-1.16.json' with { type: 'json' };
import go117 from '../../oracle/recordings/processes/go-hello-1.17.json' with { type: 'json' };
import go118 from '../../oracle/recordings/processes/go-hello-1.18.json' with { type: 'json' };
import go119 from '../../oracle/recordings/processes/go-hello-1.19.json' with { type: 'json' };
import go120 from '../../oracle/recordings/processes/go-hello-1.20.json' with { type: 'json' };
import go121 from '../../oracle/recordings/processes/go-hello-1.21.json' with { type: 'json' };
import go122 from '../../oracle/recordings/processes/go-hello-1.22.json' with { type: 'json' };
import go123 from '../../oracle/recordings/processes/go-hello-1.23.json' with { type: 'json' };
import go124 from '../../oracle/recordings/processes/go-hello-1.24.json' with { type: 'json' };
import go125 from '../../oracle/recordings/processes/go-hello-1.25.json' with { type: 'json' };
import go126 from '../../oracle/recordings/processes/go-hello-1.26.json' with { type: 'json' };
import go127 from '../../oracle/recordings/processes/go-hello-1.27.json' with { type: 'json' };
import serving from '../../oracle/recordings/serving.json' with { type: 'json' };
import type { Mapping } from '../engine/memory/mapping.ts';
import { readMaps } from '../engine/memory/read-maps.ts';
import { readRecording, type Recording, type Row } from './recording.ts';

/** A small Go program of each release, oldest first, by release: `1.15`. */
const hellos = {
  '1.15': go115, '1.16': go116, '1.17': go117, '1.18': go118, '1.19': go119, '1.20': go120, '1.21': go121,
  '1.22': go122, '1.23': go123, '1.24': go124, '1.25': go125, '1.26': go126, '1.27': go127,
} as const;

const files = { ...hellos, 'c': cMalloc, 'c-large': cMallocLarge, 'c-thread': cThread, 'cgo': goCgo } as const;

export type Release = keyof typeof hellos;
export type ProcessName = keyof typeof files;

export const releases = Object.keys(hellos) as readonly Release[];

export interface RecordedProcess {
  readonly recording: Recording<'process@1'>;
  /** Fields of /proc/PID/status, in KiB, and `Threads`. */
  readonly status: Readonly<Record<string, number>>;
  /** What the program told of itself. */
  readonly printed: Readonly<Record<string, string>>;
  readonly mappings: readonly Mapping[];
}

/** Reads one of the processes. Sizes are in KiB. */
export function recordedProcess(name: ProcessName): RecordedProcess {
  const recording = readRecording('process@1', files[name]);
  const { status, printed, maps } = recording.rows[0]!;
  return { recording, status, printed, mappings: readMaps(maps) };
}

/** What one service gave of itself, within a moment. */
export const recordedService = (): Row<'serving@1'> => readRecording('serving@1', serving).rows[0]!;

/** `go1.26.10` → `1.26`. */
export const releaseOf = (go: string): string => /^go(\d+\.\d+)/.exec(go)?.[1] ?? go;
