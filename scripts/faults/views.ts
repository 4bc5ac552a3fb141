/** Faults of what draws. */
import type { Fault } from './fault.ts';

export const views: readonly Fault[] = [
  {
    name: 'bars: cursor stands still', what: 'The line through all levels of the address stays in the middle, whatever the address.',
    file: 'components/views/Bars.tsx', from: 'x1={percent(cursor)} x2={percent(cursor)}', to: 'x1="50%" x2="50%"',
    figures: ['summary-calculator'],
  },
  {
    name: 'ruler: all resident', what: 'Every mapping looks resident to its end.',
    file: 'components/views/Ruler.tsx', from: 'width * along(residentKiB)', to: 'width * along(sizeKiB)',
    figures: ['two-maps'],
  },
  {
    name: 'rows: filled to the end', what: 'Of what was taken all looks used.',
    file: 'components/views/Rows.tsx', from: 'fill * 100', to: 'share * 100',
    figures: ['round-up', 'lock-or-cache'],
  },
  {
    name: 'graph: a pointer is dropped', what: 'The last pointer of a heap is not drawn.',
    file: 'components/views/Graph.tsx', from: "{marks.map((mark) => (mark.part === 'edge'", to: "{marks.slice(0, -1).map((mark) => (mark.part === 'edge'",
    figures: ['cycles-leak', 'hide-white', 'lifetimes', 'leak-detective'],
  },
  {
    name: 'levels: lens on the wrong side', what: 'The two lines that open a cell into the next level begin at its far edge.',
    file: 'components/views/Levels.tsx', from: 'const down = into.top > from.top;', to: 'const down = into.top < from.top;',
    figures: ['radix-search', 'malloc-microscope', 'tiny-prison', 'address-resolver'],
  },
  {
    name: 'bins: next at the wrong end', what: 'The block that is taken next is said to be at the other end of its list.',
    file: 'components/views/Bins.tsx', from: '(takes === which ? ends.next : ends[which])', to: '(takes === which ? ends[which] : ends.next)',
    figures: ['ptmalloc'],
  },
  {
    name: 'strips: a search leaves no mark', what: 'Blocks that a search looked at are not underlined.',
    file: 'components/views/Strips.tsx', from: "{held && boxes(parts, 'held'", to: "{held && now && boxes(parts, 'held'",
    figures: ['fit-arena', 'adversary', 'bump'],
  },
  {
    name: 'history: upside down', what: 'The less memory there is, the higher the area.',
    file: 'components/views/History.tsx', from: 'round(plot * (1 - y / highest))', to: 'round(plot * (y / highest))',
    figures: ['scavenger-clock', 'threads-never-leave'],
  },
  {
    name: 'chart: cursor stands still', what: 'The cursor of a chart stays at its beginning.',
    file: 'components/views/Chart.tsx', from: '<Cursor at={frame.cursor}', to: '<Cursor at={0}',
    figures: ['pacer-cockpit', 'headroom', 'die-young'],
  },
  {
    name: 'chart: names lie on each other', what: 'Where lines end close together, their names cannot be read.',
    file: 'components/views/Chart.tsx', from: 'y={places[i]! + 4}', to: 'y={ends[i]! + 4}',
    figures: ['pacer-cockpit', 'headroom', 'die-young'],
  },
  {
    name: 'tags: arrows point to where they come from', what: 'The lines from a pointer to the words it finds lead back to the pointer.',
    file: 'components/views/Tags.tsx', from: '${lane},${middle(at)} 8,${middle(at)}', to: '${lane},${middle(at)} 8,${middle(from.at)}',
    figures: ['boundary-tags'],
  },
  {
    name: 'icicle: nothing is wasted', what: 'A buddy’s block looks used to its end.',
    file: 'components/views/Icicle.tsx', from: 'width={widthOf(share * asked)}', to: 'width={widthOf(share)}',
    figures: ['buddy'],
  },
  {
    name: 'pinball: titles of another release', what: 'Whoever rests on a release is told of the first one.',
    file: 'components/views/Pinball.tsx', from: '<title>{title}</title>', to: '<title>{releases[0]!.title || title}</title>',
    figures: ['escape-pinball'],
  },
  {
    name: 'pages: counters are full', what: 'The bar of every counter reaches its end.',
    file: 'components/views/Pages.tsx', from: 'width={`${(share * 100).toFixed(2)}%`}', to: "width={share > 0 ? '100%' : '0'}",
    figures: ['touch-a-page', 'program-break', 'huge-page'],
  },
  {
    name: 'lanes: the future is told', what: 'What lies ahead of the cursor is drawn as if it had happened.',
    file: 'components/views/Lanes.tsx', from: 'data-ahead={ahead || undefined}', to: 'data-ahead={ahead && undefined}',
    figures: ['gc-cycle'],
  },
  {
    name: 'stacks: every size the same', what: 'Of the sizes a stack had none is taller than another.',
    file: 'components/views/StackHistory.tsx', from: 'const height = ((logs[i]! - least)', to: 'const height = ((logs[0]! - least)',
    figures: ['stack-tape', 'overflow', 'hot-split'],
  },
  {
    name: 'legend: one is missing', what: 'The legend leaves out the first of its meanings.',
    file: 'components/views/Legend.tsx', from: '{meanings.map((meaning)', to: '{meanings.slice(1).map((meaning)',
    figures: ['touch-a-page'], seenBy: [{ files: ['demos/touch-a-page'], titles: 'four shapes' }], beside: 'words',
  },
  {
    name: 'colours: black is white', what: 'Objects that were scanned look like those nobody reached.',
    file: 'components/views/views.css', from: '.graph .p-black circle { fill: var(--ink); }', to: '.graph .p-black circle { fill: var(--paper); }',
    figures: ['hide-white'], seenBy: [{ files: ['stills.spec'], titles: 'the stills ', says: 'hide-white\\.txt' }, { files: ['demos/hide-white'] }], beside: 'words',
  },
];
