import type { Recordings } from './changes.ts';
import { readRecording } from './recording.ts';

/** Where the recordings that compare versions lie, below oracle/recordings. */
export const recordingFiles: Readonly<Record<keyof Recordings, string>> = {
  startup: 'startup.json',
  growth: 'growth.json',
  blackbox: 'versions/blackbox.json',
  depth: 'versions/depth.json',
  starting: 'versions/starting.json',
  goroutines: 'versions/goroutines.json',
  escapes: 'versions/escapes.json',
  gctrace: 'versions/gctrace.json',
  inflated: 'inflated.json',
};

/** The recordings that compare versions. `load` reads a file of oracle/recordings as JSON. */
export function recordedVersions(load: (file: string) => unknown): Recordings {
  const of = (name: keyof Recordings): unknown => load(recordingFiles[name]);
  return {
    startup: readRecording('startup@1', of('startup')),
    growth: readRecording('growth@1', of('growth')),
    blackbox: readRecording('blackbox@1', of('blackbox')),
    depth: readRecording('depth@1', of('depth')),
    starting: readRecording('starting@1', of('starting')),
    goroutines: readRecording('goroutines@1', of('goroutines')),
    escapes: readRecording('escapes@1', of('escapes')),
    gctrace: readRecording('gctrace@1', of('gctrace')),
    inflated: readRecording('inflated@1', of('inflated')),
  };
}
