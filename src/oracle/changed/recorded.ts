import growth from '../../../oracle/recordings/growth.json' with { type: 'json' };
import inflated from '../../../oracle/recordings/inflated.json' with { type: 'json' };
import startup from '../../../oracle/recordings/startup.json' with { type: 'json' };
import blackbox from '../../../oracle/recordings/versions/blackbox.json' with { type: 'json' };
import depth from '../../../oracle/recordings/versions/depth.json' with { type: 'json' };
import escapes from '../../../oracle/recordings/versions/escapes.json' with { type: 'json' };
import gctrace from '../../../oracle/recordings/versions/gctrace.json' with { type: 'json' };
import goroutines from '../../../oracle/recordings/versions/goroutines.json' with { type: 'json' };
import starting from '../../../oracle/recordings/versions/starting.json' with { type: 'json' };
import type { Recordings } from '../changes.ts';
import { recordedVersions } from '../versions.ts';

/** The recordings by their file names below oracle/recordings. */
const files: Readonly<Record<string, unknown>> = {
  'growth.json': growth,
  'inflated.json': inflated,
  'startup.json': startup,
  'versions/blackbox.json': blackbox,
  'versions/depth.json': depth,
  'versions/escapes.json': escapes,
  'versions/gctrace.json': gctrace,
  'versions/goroutines.json': goroutines,
  'versions/starting.json': starting,
};

/** The recordings that compare versions, as this book was built with them. */
export const recorded: Recordings = recordedVersions((file) => files[file]);
