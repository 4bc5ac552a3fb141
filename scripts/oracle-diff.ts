import { readFileSync } from 'node:fs';
import { differ, differentials } from '../src/oracle/differentials.ts';
import { GoRuntime } from '../src/oracle/go-runtime.ts';
import { optionsOf, refuse } from './command.ts';

/** `npm run -s oracle:diff -- --machine NAME --seeds A..B [--ops N]`: our machine beside the live Go runtime. */
const usage = `Usage: npm run -s oracle:diff -- --machine NAME --seeds A..B [--ops N]\nMachines: ${Object.keys(differentials).join(', ')}`;
const { values } = optionsOf({ options: { machine: { type: 'string' }, seeds: { type: 'string', default: '1..20' }, ops: { type: 'string', default: '1000' } } }, usage);

const machine = Object.hasOwn(differentials, values.machine ?? '') ? differentials[values.machine as keyof typeof differentials] : undefined;
const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(values.seeds) ?? [];
if (!machine || from === undefined || !/^\d+$/.test(values.ops)) refuse(usage);

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));
let [equal, total] = [0, 0];
/** Of each claimed field, how many values are equal, and of how many. */
const fields: Record<string, [equal: number, total: number]> = {};
/** Of each seed, the operation where ours first differs. */
const firsts: number[] = [];
for (let seed = Number(from); seed <= Number(to); seed++) {
  const program = machine.program(seed, Number(values.ops));
  const found = differ(machine, program, new GoRuntime(module, { env: machine.env ?? [] }).ask(program));
  console.log(`seed ${seed}: ${found.equal}/${found.total}`);
  if (found.first) console.log(`  operation ${found.first.op}, ${JSON.stringify(found.first.asked)}: ours ${JSON.stringify(found.first.ours)}, real ${JSON.stringify(found.first.real)}`);
  firsts.push(found.first?.op ?? Infinity);
  for (const [name, of] of Object.entries(found.fields)) {
    const [sum, all] = fields[name] ?? [0, 0];
    fields[name] = [sum + of.equal, all + of.total];
  }
  equal += found.equal;
  total += found.total;
}
const whole = firsts.filter((op) => op === Infinity).length;
console.log(`total ${equal}/${total}; without a difference: ${whole} of ${firsts.length} seeds`);
console.log(Object.entries(fields).map(([name, [same, all]]) => `${name} ${same}/${all}`).join(', '));
if (whole < firsts.length) console.log(`first difference, median over seeds: ${whole * 2 > firsts.length ? 'none' : `operation ${firsts.sort((a, b) => a - b)[firsts.length >> 1]}`}`);
process.exitCode = equal === total ? 0 : 1;
