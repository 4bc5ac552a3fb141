import { Designs, designs, type Design, type DesignsPicture, type Slot, type Slots } from '../../engine/allocators/designs.ts';
import type { Quantity } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Meaning, Scenes, StripLane, StripMark } from '../scene.ts';
import { exhibits, programOf, type Presets } from './program.ts';
import type { ExhibitWords } from './words.ts';

const perRow = 16;

const preset = (name: Presets) => {
  const { first, freed } = exhibits[name];
  return { program: () => programOf(exhibits[name]), still: { op: first + freed.length, moment: 0 } } as const;
};

/** The slot of the `nth` block after the frees, from 1. */
const slotOf = (design: Design, nth: number) => ({ picture }: { readonly picture: DesignsPicture }): Quantity => ({ value: placesOf(picture, design)[nth - 1]!, unit: 'count' });

const recorded = (name: Presets) => async () => (await import('./recorded.ts')).recordedExhibit(name);

export default defineDemo({
  controls: {},
  presets: { evens: preset('evens'), backwards: preset('backwards'), kilobyte: preset('kilobyte') },
  machine: () => new Designs(),
  view: 'strips',
  legend: ['live', 'cached', 'free', 'top'],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    glibc: { preset: 'evens', of: slotOf('glibc', 1) },
    glibcWithoutCache: { preset: 'evens', of: slotOf('fastbins', 1) },
    tcmalloc: { preset: 'evens', of: slotOf('tcmalloc', 1) },
    jemalloc: { preset: 'evens', of: slotOf('jemalloc', 1) },
    mimalloc: { preset: 'evens', of: slotOf('mimalloc', 1) },
    glibcCacheEmpty: { preset: 'evens', of: slotOf('glibc', 8) },
    glibcStashed: { preset: 'evens', of: slotOf('glibc', 9) },
  },
  guess: { about: (op) => op.do === 'malloc', read: readSlots, write: (slots) => designs.map((design) => slots[design]).join(' ') },
  check: { evens: recorded('evens'), backwards: recorded('backwards'), kilobyte: recorded('kilobyte') },
});

/** The slots of the blocks that came after the frees, in order. */
const placesOf = ({ slots, again }: DesignsPicture, design: Design): readonly number[] => again.map((id) => slots[design].findIndex((slot) => slot?.id === id));

/** Five slots, one for each design: `12 38 38 0 40`. */
function readSlots(text: string): Slots | undefined {
  if (!/^\s*\d{1,4}([\s,，]+\d{1,4}){4}\s*$/.test(text)) return undefined;
  const slots = text.match(/\d+/g)!.map(Number);
  return Object.fromEntries(designs.map((design, i) => [design, slots[i]!])) as Slots;
}

function draw(picture: DesignsPicture, words: ExhibitWords): Scenes['strips'] {
  return {
    marks: designs.flatMap((design) => marksOf(design, picture, words)),
    frame: { lanes: designs.map((design) => laneOf(design, picture, words)) },
    facts: designs.map((design) => factOf(design, picture, words)),
  };
}

function laneOf(design: Design, { slots, last }: DesignsPicture, words: ExhibitWords): StripLane {
  return {
    key: design,
    name: words.names[design],
    figure: last === undefined ? '' : words.slot(last[design].slot),
    note: last === undefined ? words.none : whyOf(design, last, words),
    base: 0,
    size: placesIn(slots[design]),
    perRow,
    ruler: false,
    close: true,
  };
}

/** Whole rows. */
const placesIn = (slots: DesignsPicture['slots'][Design]): number => Math.max(1, Math.ceil(slots.length / perRow)) * perRow;

function whyOf(design: Design, last: NonNullable<DesignsPicture['last']>, words: ExhibitWords): string {
  const { why } = last[design];
  return words.why[why.how](why as never);
}

/** Waits in a list of the thread's own: nobody else may have it. */
const own = /^(?:tcache|fastbin|thread|page-)/;

function marksOf(design: Design, { slots, last, again }: DesignsPicture, words: ExhibitWords): StripMark[] {
  return Array.from({ length: placesIn(slots[design]) }, (_, i): StripMark => {
    const slot = slots[design][i];
    const nth = slot?.id === undefined ? -1 : again.indexOf(slot.id);
    return {
      key: `${design}/${i}`, addr: i, size: 1, meaning: meaningOf(slot), held: false, now: last?.[design].slot === i,
      label: nth === -1 ? '' : String(nth + 1),
      title: titleOf(slot, i, words),
    };
  });
}

function meaningOf(slot: Slot | undefined): Meaning {
  if (slot === undefined) return 'top';
  if (slot.id !== undefined) return 'live';
  return own.test(slot.waits ?? '') ? 'cached' : 'free';
}

function titleOf(slot: Slot | undefined, i: number, words: ExhibitWords): string {
  if (slot === undefined) return words.unused(i);
  return slot.id === undefined ? words.hole(i) : words.held(i, slot.id + 1);
}

function factOf(design: Design, picture: DesignsPicture, words: ExhibitWords): Fact {
  const places = placesOf(picture, design).join(' ');
  const why = picture.last === undefined ? '' : whyOf(design, picture.last, words);
  return { label: words.names[design], value: [places, why].filter(Boolean).join(' · ') || words.none };
}
