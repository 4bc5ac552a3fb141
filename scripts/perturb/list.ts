/** One constant of an engine, or one value of a recording, as it is and as it might have been. */
import type { Patch } from '../patch.ts';

export interface Perturbation extends Patch {
  /** What is changed. */
  readonly name: string;
}

const recorded = (name: string, file: string, from: string, to: string): Perturbation => ({ name, file: `oracle/recordings/${file}.json`, from, to });
const constant = (name: string, file: string, from: string, to: string): Perturbation => ({ name, file: `src/engine/${file}.ts`, from, to });

/** A value of the newest Go in a recording by version; `before` is what stands between its release and the value. */
const newest = (name: string, file: string, before: string, from: string, to: string): Perturbation => {
  const start = `"go": "go1.27.4",${before}`;
  return recorded(name, file, start + from, start + to);
};

const recordings: readonly Perturbation[] = [
  recorded('VmSize of a Go program', 'processes/go-hello-1.27', '"VmSize": 1226500', '"VmSize": 1226504'),
  recorded('the limit under which chance decides', 'ulimit', '{ "limitKiB": 702452,', '{ "limitKiB": 702456,'),
  recorded('what a cgroup charges for a file read once', 'working-set', '"workingSet": 2008', '"workingSet": 20480'),
  recorded('a huge page', 'huge-page', '"rssKiB": 2048', '"rssKiB": 4096'),
  recorded('RSS after a collection', 'counters', '"vmRSSKiB": 67704', '"vmRSSKiB": 77704'),
  recorded('what waits lazily to be taken', 'counters', '"lazyFreeKiB": 65584\n        },\n        {\n          "op": "alloc', '"lazyFreeKiB": 55584\n        },\n        {\n          "op": "alloc'),
  recorded('instructions of a bump pointer', 'price', '"library": "glibc", "op": "bump", "instructions": 14', '"library": "glibc", "op": "bump", "instructions": 15'),
  recorded('munmaps until there are too many mappings', 'maps', '"calls": 65509', '"calls": 65510'),
  recorded('RSS of threads that worked in turn', 'turns', '"op": "turns", "vmRSSKiB": 319272', '"op": "turns", "vmRSSKiB": 419272'),
  recorded('RSS once goroutines and their memory are gone', 'versions/goroutines', '"vmRSSKiB": 56000', '"vmRSSKiB": 66000'),
  newest('what an emptied map keeps', 'versions/retained', '\n      "agreed": 3,\n      "result": {\n        "slice": 1024,\n        "copied": 0,\n        "filled 128": 287,\n        "emptied 128": ', '287', '100'),
  recorded('how long the world stood still', 'gc-cycle', '[ 11883904, 11896000 ]', '[ 11883904, 11906000 ]'),
  recorded('how long a list takes to mark', 'green-tea', '"ns": 62547030', '"ns": 72547030'),
  recorded('bytes of a span’s record', 'constants', '{ "name": "mspan", "value": 160 }', '{ "name": "mspan", "value": 168 }'),
  recorded('slots of 24 bytes in a page', 'size-classes', '"size": 24, "npages": 1, "nelemsNoscan": 336', '"size": 24, "npages": 1, "nelemsNoscan": 337'),
  recorded('what finalizers leave behind', 'specials', '"heapAlloc": 41480, "otherSys": 56837184', '"heapAlloc": 41480, "otherSys": 46837184'),
  newest('the first stack after deep ones', 'versions/starting', '\n      "agreed": 5,\n      "result": { "before": 2048, "reused": ', '8192', '16384'),
];

const constants: readonly Perturbation[] = [
  constant('seconds until a collection is forced', 'go/heap/scavenger-clock', 'forcedAfter = 120;', 'forcedAfter = 60;'),
  constant('the largest stack', 'go/stack/sizes', 'maxStackSize = 1_000_000_000;', 'maxStackSize = 250_000_000;'),
  constant('a goroutine’s first stack', 'go/stack/sizes', 'fixedStack = 2048;', 'fixedStack = 4096;'),
  constant('a tiny block', 'go/request', 'maxTinySize = 16;', 'maxTinySize = 32;'),
  constant('from where on a header counts', 'go/request', 'minSizeForMallocHeader = 512;', 'minSizeForMallocHeader = 1024;'),
  constant('what the scavenger leaves', 'go/heap/scavenger', 'retainExtraPercent = 10;', 'retainExtraPercent = 20;'),
  constant('the collector’s share of the CPU', 'go/service/mark-workers', 'backgroundUtilization = 0.25;', 'backgroundUtilization = 0.3;'),
  constant('an arena', 'go/heap/geometry', 'arenaBytes: 2 ** 26', 'arenaBytes: 2 ** 25'),
  constant('a chunk of pages', 'go/heap/geometry', 'chunkPages: 512', 'chunkPages: 1024'),
  constant('entries of the root of the summaries', 'memory/summaries', 'levelBits = [14, 3, 3, 3, 3]', 'levelBits = [13, 3, 3, 3, 3]'),
  constant('objects in a page that is marked', 'go/mark-order/object-heap', 'perPage = 15;', 'perPage = 14;'),
  constant('the nursery', 'collectors/die-young', 'nursery = 1 / 16;', 'nursery = 1 / 8;'),
  constant('bytes of a goroutine’s record', 'go/stack/goroutine-costs', 'slot(456)', 'slot(512)'),
];

/** Thirty of them. */
export const perturbations: readonly Perturbation[] = [...recordings, ...constants];
