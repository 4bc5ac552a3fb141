import { useRef, useState } from 'preact/hooks';
import { readValue, writeValue, type AddressControl, type ChoiceControl, type Control, type NumberControl, type Value } from '../../src/demos/control.ts';
import type { Demo, Input } from '../../src/demos/demo.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { untranslated } from '../untranslated.ts';
import { setOption } from './options.ts';
import type { Session } from './session.ts';

/** What the list of examples shows while what runs is none of them: each can then be chosen, and brings back all it sets. */
const own = '';

interface Props { readonly id: string; readonly session: Session; readonly words: PlayerWords }

/** The demo's own options, as its schema declares them, and its examples: a single one is offered once what runs is not it, and behind the options, which then keep their place. */
export function Controls({ id, session, words }: Props) {
  const { demo: { controls, presets }, speaker } = session;
  const input = session.input.value;
  const changed = changedName(session, words);
  const left = useRef(false);
  left.current ||= changed !== undefined;
  const drawn = Object.entries(controls).filter(([, control]) => !('silent' in control));
  const examples = (presets.length > 1 || left.current) && <Examples session={session} words={words} changed={changed} />;
  if (!examples && drawn.length === 0) return null;
  return (
    <div class="controls">
      {presets.length > 1 && examples}
      {drawn.map(([name, control]) => (
        <ControlField key={name} id={`${id}-${name}`} name={name} label={speaker.controlName(name)} control={control}
          value={input.options[name]!} session={session} words={words} set={(value) => setOption(session, name, value)} />
      ))}
      {presets.length < 2 && examples}
    </div>
  );
}

/** What runs, in words, where it is none of the examples. */
function changedName({ demo, speaker, input: { value: input } }: Session, words: PlayerWords): string | undefined {
  return input.program !== undefined ? words.edited : isAltered(demo, input) ? words.altered(speaker.alteredName(input.preset)) : undefined;
}

function Examples({ session, words, changed }: Pick<Props, 'session' | 'words'> & { readonly changed: string | undefined }) {
  const { demo, speaker } = session;
  return (
    <label>{words.preset} <select data-control="preset" value={changed === undefined ? session.input.value.preset : own} onChange={(event) => { session.open(demo.input(event.currentTarget.value)); }}>
      {changed !== undefined && <option key={changed} value={own} disabled>{changed}</option>}
      {demo.presets.map((preset) => <option key={preset} value={preset}>{speaker.presetName(preset)}</option>)}
    </select></label>
  );
}

/** Whether a reader set a control otherwise than the example does. */
function isAltered(demo: Demo, { preset, options }: Input): boolean {
  const example = demo.input(preset).options;
  return Object.keys(example).some((name) => options[name] !== example[name]);
}

interface FieldProps<C extends Control> {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly control: C;
  readonly value: Value;
  readonly session: Session;
  readonly words: PlayerWords;
  readonly set: (value: Value) => void;
}

function ControlField({ control, ...rest }: FieldProps<Control>) {
  if (control.kind === 'choice') return <Choice control={control} {...rest} />;
  if (control.kind === 'number') return <NumberSlider control={control} {...rest} />;
  return <Address control={control} {...rest} />;
}

function Choice({ name, label, control, value, session, set }: FieldProps<ChoiceControl>) {
  return (
    <label>{label} <select data-control={name} value={String(value)} onChange={(event) => set(event.currentTarget.value)}>
      {control.choices.map((text) => <option key={text} value={text}>{session.speaker.choiceName(text)}</option>)}
    </select></label>
  );
}

function NumberSlider({ name, label, control, value, session, set }: FieldProps<NumberControl>) {
  const doublings = control.scale === 'log2';
  const [to, from] = doublings ? [Math.log2, (x: number) => 2 ** x] : [(x: number) => x, (x: number) => x];
  const shown = control.off && value === control.max ? session.speaker.choiceName('off') : String(value);
  return (
    <label class="slide">{label} <input type="range" data-control={name} min={to(control.min)} max={to(control.max)} step={doublings ? 1 : control.step} value={to(Number(value))}
      aria-valuetext={shown} onInput={(event) => set(Math.round(from(Number(event.currentTarget.value))))} /> <span class="figures" {...untranslated} aria-hidden="true">{shown}</span></label>
  );
}

/** An address can be typed exactly or dragged across its whole range. What is refused stays in the field, to be mended. */
function Address({ id, name, label, control, value, session, words, set }: FieldProps<AddressControl>) {
  const [refused, setRefused] = useState<{ readonly text: string; readonly instead: Input }>();
  const write = (addr: Value): string => `0x${writeValue(control, addr)}`;
  const type = (text: string): void => {
    const read = readValue(control, text);
    if (read !== undefined) return set(read);
    setRefused({ text, instead: session.input.value });
    session.refuse(words.badValue(text, write(control.align), write(control.min), write(control.max)));
  };
  const wrong = refused?.instead === session.input.value ? refused.text : undefined;
  return (
    <span class="address">
      <label for={id}>{label}</label>
      <input id={id} data-control={name} type="text" inputMode="text" autocomplete="off" spellcheck={false} size={14} aria-invalid={wrong !== undefined}
        value={wrong ?? write(value)} onChange={(event) => type(event.currentTarget.value)} />
      <input type="range" data-control={`${name}-drag`} aria-label={label} min={control.min} max={control.max} step={control.align} value={Number(value)}
        aria-valuetext={write(value)} onInput={(event) => set(Number(event.currentTarget.value))} />
    </span>
  );
}
