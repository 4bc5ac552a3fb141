/** Long texts as readers paste them into the tools, from the usual to the worst that may be meant: each as long as asked for. */
import { readFileSync } from 'node:fs';
import type { Reader } from './readers.ts';

interface Pasted { readonly name: string; readonly reader: Reader; readonly text: (length: number) => string }

const recorded = (name: string): Readonly<Record<string, string>> => (JSON.parse(readFileSync(`oracle/recordings/${name}.json`, 'utf8')) as { readonly rows: readonly [Readonly<Record<string, string>>] }).rows[0];

const served = recorded('serving');
const [cycle = ''] = recorded('gctrace-settings')['text']!.split('\n');

/** As many pieces as a text of a length holds, numbered from 0. */
function filled(length: number, piece: (i: number) => string): string {
  const pieces: string[] = [];
  for (let [next, left] = [piece(0), length]; next.length <= left; next = piece(pieces.length)) {
    pieces.push(next);
    left -= next.length;
  }
  return pieces.join('');
}

const of = (reader: Reader, name: string, piece: (i: number) => string, head = ''): Pasted => ({ name, reader, text: (length) => head + filled(length - head.length, piece) });

const buckets = ['0.005', '0.01', '0.05', '0.1', '0.5', '1', '5', '10', '+Inf'];

/** One histogram of a service with labels, as `/metrics` exposes it. */
function histogram(i: number): string {
  const name = `http_request_duration_${i}_seconds`;
  const labels = `code="200",handler="/api/v1/{id}/\\"q\\"/${i % 97}",method="GET",pod="checkout-${i % 400}"`;
  const lines = buckets.map((le) => `${name}_bucket{${labels},le="${le}"} ${i}\n`).join('');
  return `# HELP ${name} How long requests took, by "handler" and code.\n# TYPE ${name} histogram\n${lines}${name}_sum{${labels}} ${i}.25\n${name}_count{${labels}} ${i}\n`;
}

const target = (i: number): string => `{instance="10.0.${i >> 8}.${i & 255}:9090",job="pods"}`;

/** Half of one thing, then half of another. */
const both = (name: string, first: (i: number) => string, second: (i: number) => string): Pasted => ({ name, reader: 'process', text: (length) => filled(length / 2, first) + filled(length / 2, second) });

const ofTargets = (i: number): string => `go_memstats_sys_bytes${target(i)} ${i}\ngo_memstats_alloc_bytes_total${target(i)} ${i} 1795674015500\n`;

/** A mapping of four pages, and where the next one is. */
const at = (i: number, apart = 0x10000): string => `${(0x7f0000000000 + i * apart).toString(16)}-${(0x7f0000000000 + i * apart + 0x4000).toString(16)}`;
const counters = served['smaps']!.split('\n').slice(2, 24).join('\n');
const smaps = (i: number): string => `${at(i)} rw-p 00000000 00:00 0 \n${counters}\n`;

const gc = (number: number): string => cycle.replace(/^gc \d+ @[\d.]+/, `gc ${number} @${(number / 10).toFixed(3)}`);
const inThree = (text: string): string => `${text.slice(0, 40)}\n${text.slice(40, 80)}\n${text.slice(80)}\n`;

/** Blocks of which each lives while sixteen more are given. */
const call = (i: number, give: (id: number) => string, take: (id: number) => string): string => give(i) + (i < 16 ? '' : take(i - 16));
const where = '@ ./server:(main+0x4f)[0x55d0aa10] ';

export const pasted: readonly Pasted[] = [
  of('process', 'metrics of a large service', histogram, `${served['scrape']!}\n`),
  of('process', 'metrics of many targets', ofTargets),
  of('process', 'metrics, one name again and again', (i) => `go_goroutines ${i}\n`),
  of('process', 'metrics, every line damaged', (i) => `go_goroutines{instance=a} ${i}\n`),
  both('many targets, then many footers', ofTargets, (i) => `# runtime.MemStats\n# Sys = ${i}\n`),
  both('many targets, then much JSON', ofTargets, (i) => `{"memstats": {"Sys": ${i}}}\n`),
  of('process', 'runtime/metrics as JSON', () => `${served['object']!}\n`),
  of('process', 'JSON, every line damaged', () => '  ;;,\n', '{\n'),
  of('process', 'a heap profile and its footer', () => `${served['profile']!}\n`),
  of('process', 'memory.stat', () => `${served['stat']!}\n`),
  of('process', 'smaps', smaps),
  of('process', 'maps of threads', (i) => `${at(2 * i, 0x4000)} ---p 00000000 00:00 0\n${at(2 * i + 1, 0x4000)} rw-p 00000000 00:00 0\n`),
  of('process', 'maps of named metadata', (i) => `${at(i)} rw-p 00000000 00:00 0    [anon: Go: immortal metadata]\n`),
  both('metrics of many targets, then smaps', ofTargets, smaps),
  of('gctrace', 'gctrace', (i) => `${gc(i + 1)}\n`),
  of('gctrace', 'gctrace of many programs, among other lines', (i) => `[pod-${i % 60}] serving\n[pod-${i % 60}] ${gc(Math.floor(i / 60) + 1)}\n`),
  of('gctrace', 'gctrace of a program that begins again and again', (i) => `${gc((i % 3) + 1).replace(/\d+ MB goal/, '7 MB goal')}\n`),
  of('gctrace', 'gctrace broken by a terminal', (i) => inThree(gc(i + 1))),
  of('gctrace', 'gctrace, every line damaged', (i) => `gc ${i + 1} @0.1\n`),
  of('trace', 'a trace of malloc', (i) => call(i, (id) => `a ${id} ${24 + (id % 4096)}\n`, (id) => `f ${id}\n`)),
  of('trace', 'a trace of mtrace', (i) => call(i, (id) => `${where}+ 0x${(32 * id).toString(16)}0 0x18\n`, (id) => `${where}- 0x${(32 * id).toString(16)}0\n`), '= Start\n'),
  { name: 'a trace of mtrace, damaged at its end', reader: 'trace', text: (length) => `${filled(length - 2, (i) => `${where}+ 0x${(32 * i).toString(16)}0 0x18\n`)}x\n` },
];
