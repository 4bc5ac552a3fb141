/** A value a reader may set. It draws a control, reads a share link, and bounds what a test may try. */
export type Control = ChoiceControl | NumberControl | AddressControl;

/** `silent` ones are set by examples and links, and not drawn. */
export interface ChoiceControl { readonly kind: 'choice'; readonly initial: string; readonly choices: readonly string[]; readonly silent?: boolean }

/** A whole number in [min, max]; `log2` sliders move by doublings. `off`: the largest value stands for none at all. */
export interface NumberControl { readonly kind: 'number'; readonly initial: number; readonly min: number; readonly max: number; readonly step: number; readonly scale: 'linear' | 'log2'; readonly off?: boolean }

/** An address in [min, max], a multiple of `align` bytes; written in hexadecimal. */
export interface AddressControl { readonly kind: 'address'; readonly initial: number; readonly min: number; readonly max: number; readonly align: number }

export type Controls = Readonly<Record<string, Control>>;
export type Value = string | number;
export type Values = Readonly<Record<string, Value>>;

/** The options a set of controls gives. */
export type Options<C extends Controls> = { readonly [Name in keyof C]: C[Name] extends ChoiceControl ? C[Name]['choices'][number] : number };

export const choice = <const Choices extends readonly [string, ...string[]]>(choices: Choices, initial: Choices[number] = choices[0]): ChoiceControl & { readonly choices: Choices } =>
  ({ kind: 'choice', initial, choices });

/** A choice that the examples make. */
export const silent = <const Choices extends readonly [string, ...string[]]>(choices: Choices): ChoiceControl & { readonly choices: Choices } =>
  ({ kind: 'choice', initial: choices[0], choices, silent: true });

export const number = (bounds: Omit<NumberControl, 'kind' | 'scale'> & { scale?: 'linear' | 'log2' }): NumberControl =>
  ({ kind: 'number', scale: 'linear', ...bounds });

export const address = (bounds: Omit<AddressControl, 'kind'>): AddressControl => ({ kind: 'address', ...bounds });

/** The value a text means to a control, or undefined when it means none. */
export function readValue(control: Control, text: string): Value | undefined {
  if (control.kind === 'choice') return control.choices.includes(text) ? text : undefined;
  const value = control.kind === 'address' ? readHex(text) : readInteger(text);
  if (value === undefined || value < control.min || value > control.max) return undefined;
  const unit = control.kind === 'address' ? control.align : 1;
  return value % unit === 0 ? value : undefined;
}

/** The text that {@link readValue} turns back into `value`. */
export const writeValue = (control: Control, value: Value): string =>
  control.kind === 'address' ? Number(value).toString(16) : String(value);

/** Each control's initial value. */
export const initialValues = (controls: Controls): Values =>
  Object.fromEntries(Object.entries(controls).map(([name, { initial }]) => [name, initial]));

const readInteger = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

const readHex = (text: string): number | undefined => {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,13})\s*$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
};
