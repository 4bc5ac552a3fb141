/** Faults of figures and their words, of engines, and of the page around them. */
import type { Fault } from './fault.ts';

const demos: readonly Fault[] = [
  {
    name: 'claims ignore their options', what: 'Numbers of the prose are those of the controls as they stand at first, not of the example they name.',
    file: 'src/demos/demo.ts', from: 'claim.of(finish(openRun(spec, input(claim.preset))))', to: 'claim.of(finish(openRun(spec, { ...input(claim.preset), options: initialValues(spec.controls) })))',
    figures: ['tide'], unit: { files: 'src/demos/demos', titles: 'its claims stand' },
  },
  {
    name: 'tide: a meaning is not in the legend', what: 'What is only reserved is drawn and not explained.',
    file: 'src/demos/tide/demo.ts', from: "['live', 'mapped', 'reserved']", to: "['live', 'mapped']",
    figures: ['tide'], unit: { files: 'src/demos', titles: 'tide' },
  },
  {
    name: 'touch-a-page: rises for falls, in Chinese', what: 'The Chinese says that HeapReleased grows where it shrinks.',
    file: 'src/demos/touch-a-page/zh.ts', from: 'HeapReleased 降了，内核毫不知情。', to: 'HeapReleased 涨了，内核毫不知情。',
    figures: ['touch-a-page'], unit: { files: 'src/demos', titles: 'touch-a-page' },
  },
  {
    name: 'scavenger-clock: from the bottom, in Chinese', what: 'The Chinese says that the scavenger begins at the lowest address.',
    file: 'src/demos/scavenger-clock/zh.ts', from: '清道夫从最高的地址往下', to: '清道夫从最低的地址往上',
    figures: ['scavenger-clock'], unit: { files: 'src/demos', titles: 'scavenger-clock' },
  },
  {
    name: 'fit-arena: the rover is off by one block', what: 'Next fit’s rover is drawn 16 bytes from where it stands.',
    file: 'src/demos/fit-arena/demo.ts', from: '[{ addr: rover, label: words.rover }]', to: '[{ addr: rover + 16, label: words.rover }]',
    figures: ['fit-arena'], unit: { files: 'src/demos', titles: 'fit-arena' },
  },
  {
    name: 'pacer-cockpit: the wrong unit', what: 'The axis of memory says GiB where it means MiB.',
    file: 'src/demos/pacer-cockpit/demo.ts', from: "scale: mib, unit: 'MiB' }", to: "scale: mib, unit: 'GiB' }",
    figures: ['pacer-cockpit'], unit: { files: 'src/demos', titles: 'pacer-cockpit' },
  },
  {
    name: 'transcripts end early', what: 'The text form of a run stops after four sentences.',
    file: 'components/player/transcript.ts', from: 'const longest = 400;', to: 'const longest = 4;',
    figures: ['touch-a-page', 'two-maps'],
  },
];

const engines: readonly Fault[] = [
  {
    name: 'size classes: off by one', what: 'A request of exactly a slot gets the next larger one.',
    file: 'src/engine/go/size-classes.ts', from: 'classByWords[Math.ceil(size / 8)]!', to: 'classByWords[Math.floor(size / 8) + 1]!',
    figures: ['round-up'], unit: { files: 'src/engine/go/size|src/demos' },
  },
  {
    name: 'tcmalloc: too quick a start', what: 'A cache that misses fetches two objects more each time, not one.',
    file: 'src/engine/allocators/tcmalloc/thread-cache.ts', from: 'list.limit < batch ? list.limit + 1', to: 'list.limit < batch ? list.limit + 2',
    figures: ['lock-or-cache'], unit: { files: 'tcmalloc' },
  },
  {
    name: 'gctrace: idle for background', what: 'What idle workers marked is told as the work of dedicated ones.',
    file: 'src/engine/go/gctrace/line.ts', from: 'background: Number(f), idle: Number(g)', to: 'background: Number(g), idle: Number(f)',
    figures: [], pages: ['tools'], seenBy: [{ files: ['gctrace-tool'] }],
  },
  {
    name: 'Cheney: scan is black', what: 'The object under the scan finger counts as scanned.',
    file: 'src/engine/collectors/semispace.ts', from: 'addr < this.#copying.scan ?', to: 'addr <= this.#copying.scan ?',
    figures: ['six-collectors'], unit: { files: 'src/engine/collectors' },
  },
  {
    name: 'stack: a step is skipped', what: 'A stack is copied and its pointers are aimed anew in one moment.',
    file: 'src/engine/go/stack/goroutine-stack.ts', from: "    yield { kind: 'copied', ...move };\n", to: '',
    figures: ['stack-tape'], unit: { files: 'src/engine/go/stack|go-stacks' },
  },
  {
    name: 'back leaps', what: 'From the start of an operation Back goes to the start of the one before, not to its last moment.',
    file: 'src/engine/timeline.ts', from: 'this.#to({ op, moment: this.moments(op) })', to: 'this.#to({ op, moment: 0 })',
    figures: ['touch-a-page'], unit: { files: 'src/engine/timeline|src/demos' },
  },
];

const shell: readonly Fault[] = [
  {
    name: 'the other language loses the place', what: 'Who switches the language finds the top of the page.',
    file: 'src/layouts/place.ts', from: "link.hash = heading ?? (scrollY > 0 ? location.hash : '');", to: "link.hash = heading === undefined && scrollY > 0 ? location.hash : '';",
    figures: ['two-maps'], pages: ['dev'], seenBy: [{ files: ['shell.spec'], titles: 'language switch keeps' }], beside: 'shell',
  },
  {
    name: 'an answer opens without a guess', what: 'A prediction opens for who wrote no number.',
    file: 'components/predict.ts', from: 'if (!isNumber) return field.focus();', to: 'if (!isNumber) field.focus();',
    figures: ['two-maps'], pages: ['dev'], seenBy: [{ files: ['notes.spec'], titles: 'a prediction opens' }], beside: 'shell',
  },
  {
    name: 'a myth was never true', what: 'Of what once was so the book says that it never was.',
    file: 'components/Myth.astro', from: 'since ? words.mythSince(since) : words.mythNever', to: 'since ? words.mythNever : words.mythNever',
    figures: ['two-maps'], pages: ['dev'], seenBy: [{ files: ['shell.spec'], titles: 'without JavaScript, in the width' }], beside: 'shell',
  },
  {
    name: 'process: sizes for what is resident', what: 'The table of totals tells of a kind how large it is where it should say how much of it is there.',
    file: 'components/tools/process/Totals.tsx', from: '<td>{row.rss}</td>', to: '<td>{row.virt}</td>',
    figures: [], pages: ['tools'], seenBy: [{ files: ['process-tool'] }], beside: 'shell',
  },
];

export const rest: readonly Fault[] = [...demos, ...engines, ...shell];
