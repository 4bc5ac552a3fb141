import type { NumberControl, Value } from '../../src/demos/control.ts';
import type { Session } from './session.ts';
import type { Dial } from './view.ts';

/** Another value of a control: the figure runs anew, and stays where it stood if the demo says so. */
export function setOption(session: Session, name: string, value: Value): void {
  const input = session.input.peek();
  session.open({ ...input, options: { ...input.options, [name]: value } }, session.demo.stays ? session.position : undefined);
}

/** A number control, for a view that lets it be dragged. */
export const dialOf = (session: Session, name: string): Dial => ({
  control: session.demo.controls[name] as NumberControl,
  value: Number(session.input.value.options[name]),
  set: (value) => setOption(session, name, value),
});
