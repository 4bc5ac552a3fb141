/** Why a recorder is not asked again with every new Go. */
type LeftOut = 'another Go changes nothing of it' | 'needs a memory cgroup of version 1, and a hosted machine has version 2' | 'needs jemalloc, tcmalloc and mimalloc of one version, and of Go it only says how long an allocation took'
  | 'nothing of the text is read from it; scripts and at-rest build the same overlay';

/** Every recorder of `oracle/cmd/record`, in its order: whether it is recorded with a new Go on any Linux machine, or why not. */
export const recorders: Readonly<Record<string, 'compared' | LeftOut>> = {
  processes: 'compared',
  startup: 'compared',
  names: 'compared',
  growth: 'compared',
  account: 'needs a memory cgroup of version 1, and a hosted machine has version 2',
  elf: 'compared',
  ulimit: 'compared',
  touch: 'another Go changes nothing of it',
  sbrk: 'another Go changes nothing of it',
  maps: 'another Go changes nothing of it',
  price: 'needs jemalloc, tcmalloc and mimalloc of one version, and of Go it only says how long an allocation took',
  turns: 'another Go changes nothing of it',
  threads: 'compared',
  fragment: 'compared',
  specials: 'compared',
  growing: 'compared',
  emptied: 'compared',
  counters: 'compared',
  always: 'compared',
  huge: 'needs a memory cgroup of version 1, and a hosted machine has version 2',
  idle: 'compared',
  'give-back': 'compared',
  'working-set': 'needs a memory cgroup of version 1, and a hosted machine has version 2',
  reused: 'needs a memory cgroup of version 1, and a hosted machine has version 2',
  serving: 'needs a memory cgroup of version 1, and a hosted machine has version 2',
  tables: 'compared',
  versions: 'compared',
  retained: 'compared',
  escapes: 'compared',
  gctrace: 'compared',
  'gctrace-settings': 'compared',
  'gc-cycle': 'compared',
  'green-tea': 'compared',
  leaks: 'compared',
  service: 'compared',
  stacks: 'compared',
  starting: 'compared',
  scripts: 'compared',
  'at-rest': 'compared',
  wasm: 'nothing of the text is read from it; scripts and at-rest build the same overlay',
};

/** Those that are. */
export const compared: readonly string[] = Object.keys(recorders).filter((name) => recorders[name] === 'compared');
