/** Faults of the one player: buttons, keys, links, and what is told to those who listen. */
import type { Fault } from './fault.ts';

/** The figures that the tests of the player play with. */
const played = ['touch-a-page', 'two-maps', 'round-up', 'summary-calculator', 'program-break'] as const;

export const player: readonly Fault[] = [
  {
    name: 'reset plays on', what: 'Who starts again while the figure plays is carried off at once.',
    file: 'components/player/Transport.tsx', from: '{ session.pause(); session.seek(start); }', to: '{ session.seek(start); }',
    figures: played, seenBy: [{ files: ['player/keys'], titles: 'space plays' }], beside: 'keys',
  },
  {
    name: 'the slider is frozen', what: 'The slider stands at its beginning, wherever the figure stands.',
    file: 'components/player/Transport.tsx', from: 'max={last} value={at}', to: 'max={last} value={0}',
    figures: played, seenBy: [{ files: ['player/said'], titles: 'the scrubber tells' }], beside: 'keys',
  },
  {
    name: 'speed does nothing', what: 'At eight times the speed a figure plays no faster.',
    file: 'components/player/session.ts', from: 'stands / this.speed.value', to: 'stands',
    figures: played, seenBy: [{ files: ['player/said'], titles: 'fast play' }],
  },
  {
    name: 'the left key does nothing', what: 'Arrow left takes nobody back.',
    file: 'components/player/keys.ts', from: '{ session.pause(); session.back(); }', to: '{ session.pause(); }',
    figures: played, seenBy: [{ files: ['demos.spec'], titles: 'touch-a-page in' }],
  },
  {
    name: 'space never stops', what: 'Space starts a figure and does not stop it.',
    file: 'components/player/keys.ts', from: '(session.playing.value ? session.pause() : session.play())', to: '{ session.play(); }',
    figures: played, seenBy: [{ files: ['player/keys'] }],
  },
  {
    name: 'the slider says a bare number', what: 'A screen reader is not told which step of how many.',
    file: 'components/player/Transport.tsx', from: ' aria-valuetext={words.stop(at, last)}', to: '',
    figures: played, seenBy: [{ files: ['player/said'], titles: 'the scrubber tells' }], beside: 'words',
  },
  {
    name: 'sentences are silent', what: 'A screen reader is not told what a step did.',
    file: 'components/player/Sentence.tsx', from: ' aria-live={politeness}', to: ' data-live={politeness}',
    figures: played, seenBy: [{ files: ['player/said'], titles: 'each step once' }], beside: 'keys',
  },
  {
    name: 'a link loses an option', what: 'An option that an example set, and the reader set back, is the example’s again in a link.',
    file: 'src/demos/link.ts', from: 'if (value !== preset.options[name])', to: 'if (value !== control.initial)',
    figures: [...played, 'fit-arena'], seenBy: [{ files: ['player/share', 'demos/fit-arena'] }], unit: { files: 'demos/link' },
  },
  {
    name: 'a spoilt link says nothing', what: 'Of a link with one part that means nothing the reader is not told.',
    file: 'components/player/mount.ts', from: 'refused.length > 0', to: 'refused.length > 1',
    figures: played, seenBy: [{ files: ['player/share'], titles: 'a spoilt link' }], beside: 'keys',
  },
  {
    name: 'the checker always agrees', what: 'Whatever the real thing answered counts as equal.',
    file: 'src/demos/compare.ts', from: 'agrees: JSON.stringify(ours[i]) === JSON.stringify(theirs[i])', to: 'agrees: typeof ours[i] === typeof theirs[i]',
    figures: played, seenBy: [{ files: ['player/check'] }], beside: 'words', unit: { files: 'src/demos', titles: 'real thing' },
  },
  {
    name: 'restoring does nothing', what: 'The button that brings the example back leaves the reader’s program running.',
    file: 'components/player/Editor.tsx', from: 'session.open(session.demo.input(input.preset));', to: 'session.pause();',
    figures: played, seenBy: [{ files: ['player/program'], titles: 'gives way to an example' }], beside: 'keys',
  },
  {
    name: 'an option forgets the others', what: 'Who sets one option finds the others at their beginning.',
    file: 'components/player/options.ts', from: '{ ...input.options, [name]: value }', to: '{ ...session.demo.input(input.preset).options, [name]: value }',
    figures: ['summary-calculator', 'two-maps', 'pacer-cockpit'],
  },
  {
    name: 'a hidden page plays on', what: 'Who comes back to the tab finds the figure somewhere else.',
    file: 'components/player/mount.ts', from: 'if (document.hidden) session.pause();', to: 'if (!document.hidden) session.pause();',
    figures: played, seenBy: [{ files: ['player/follow'], titles: 'its tab is hidden' }], beside: 'keys',
  },
  {
    name: 'a saved drawing has no colours', what: 'A figure taken along as SVG is black.',
    file: 'components/svg/standalone.ts', from: '  settle(drawing, copy);\n', to: '',
    figures: ['tiny-prison'], seenBy: [{ files: ['demos.spec'], titles: 'tiny-prison in .. plays' }], beside: 'keys',
  },
  {
    name: 'the two sides are swapped', what: 'Where answers part, ours is drawn as the real one.',
    file: 'components/player/Parted.tsx', from: 'said={rows[op]!.real} scene={real}', to: 'said={rows[op]!.real} scene={ours}',
    figures: played, seenBy: [{ files: ['player/check'] }], beside: 'keys',
  },
];
