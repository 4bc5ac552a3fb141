/** Reads what oracle/record.sh wrote: every file in oracle/recordings is one envelope around rows of one schema. */
import * as v from 'valibot';
import * as account from './rows/account-rows.ts';
import { heapProgramRow, heapThreadsRow, mallocRow, usableRow } from './rows/malloc-rows.ts';
import * as process from './rows/process-rows.ts';
import * as runtime from './rows/runtime-rows.ts';
import { serviceRow } from './rows/service-rows.ts';

/** The row of each schema. A new recorder adds its row here. */
const rowOf = {
  'process@1': process.processRow,
  'startup@1': process.startupRow,
  'growth@1': process.growthRow,
  'elf@1': process.elfRow,
  'ulimit@1': process.ulimitRow,
  'touch@1': process.touchRow,
  'sbrk@1': process.sbrkRow,
  'counters@1': process.countersRow,
  'idle@1': process.idleRow,
  'give-back@1': process.giveBackRow,
  'working-set@1': process.workingSetRow,
  'reused@1': process.reusedRow,
  'serving@1': process.servingRow,
  'maps@1': process.mapsRow,
  'price@1': process.priceRow,
  'turns@1': process.turnsRow,
  'threads@1': process.threadsRow,
  'account@1': account.accountRow,
  'region@1': account.regionRow,
  'inflated@1': account.inflatedRow,
  'fragment@1': process.fragmentRow,
  'specials@1': process.specialsRow,
  'growing@1': process.growingRow,
  'emptied@1': process.emptiedRow,
  'malloc@1': mallocRow,
  'usable@1': usableRow,
  'heap-program@1': heapProgramRow,
  'heap-threads@1': heapThreadsRow,
  'script@1': runtime.scriptRow,
  'size-class@1': runtime.sizeClassRow,
  'constant@1': runtime.constantRow,
  'roundupsize@1': runtime.roundupsizeRow,
  'append@1': runtime.appendRow,
  'blackbox@1': runtime.blackboxRow,
  'depth@1': runtime.depthRow,
  'retained@1': runtime.retainedRow,
  'goroutines@1': runtime.goroutinesRow,
  'stacks@1': runtime.stacksRow,
  'starting@1': runtime.startingRow,
  'escapes@1': runtime.escapesRow,
  'gctrace@1': runtime.gctraceRow,
  'gctrace-settings@1': runtime.gctraceSettingsRow,
  'gc-cycle@1': runtime.gcCycleRow,
  'green-tea@1': runtime.greenTeaRow,
  'leaks@1': runtime.leaksRow,
  'service@1': serviceRow,
} as const;

export type Schema = keyof typeof rowOf;
export type Row<S extends Schema> = v.InferOutput<(typeof rowOf)[S]>;

/** Who and what made a recording. */
const envelope = v.object({
  schema: v.picklist(Object.keys(rowOf) as [Schema, ...Schema[]]),
  what: v.string(),
  /** `go1.27.4`; null when no Go took part, or each row names its own. */
  go: v.nullable(v.pipe(v.string(), v.regex(/^go1\.\d+/))),
  kernel: v.string(),
  libc: v.string(),
  arch: v.string(),
  cpus: v.number(),
  thp: v.picklist(['always', 'madvise', 'never']),
  env: v.array(v.string()),
  command: v.string(),
  /** How many repetitions gave these rows, and what was compared. */
  runs: v.object({ agreed: v.number(), of: v.number(), on: v.string() }),
});

export type Recording<S extends Schema> = v.InferOutput<typeof envelope> & { readonly schema: S; readonly rows: readonly Row<S>[] };

/** Reads a recording of the given schema. Throws an Error that names the place of the first wrong value. */
export function readRecording<S extends Schema>(schema: S, json: unknown): Recording<S> {
  const head = checked(`${schema} recording`, envelope, json);
  if (head.schema !== schema) throw new Error(`A recording of ${head.schema} was read as ${schema}.`);
  const { rows } = checked(`${schema} recording`, v.object({ rows: v.array<v.GenericSchema>(rowOf[schema]) }), json);
  return { ...head, schema, rows: rows as Row<S>[] };
}

/** The schema a file says it has. */
export function schemaOf(json: unknown): Schema {
  return checked('recording', envelope, json).schema;
}

function checked<S extends v.GenericSchema>(what: string, schema: S, json: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`This is no ${what}: ${issue.message} at ${v.getDotPath(issue) ?? 'its top'}.`);
}
