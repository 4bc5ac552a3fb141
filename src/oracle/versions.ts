import type { Recordings } from './changes.ts';
import { readRecording } from './recording.ts';

/** The recordings that compare versions. `load` reads a file of oracle/recordings as JSON. */
export function recordedVersions(load: (file: string) => unknown): Recordings {
  return {
    startup: readRecording('startup@1', load('startup.json')),
    growth: readRecording('growth@1', load('growth.json')),
    blackbox: readRecording('blackbox@1', load('versions/blackbox.json')),
    depth: readRecording('depth@1', load('versions/depth.json')),
    goroutines: readRecording('goroutines@1', load('versions/goroutines.json')),
    escapes: readRecording('escapes@1', load('versions/escapes.json')),
    gctrace: readRecording('gctrace@1', load('versions/gctrace.json')),
  };
}
