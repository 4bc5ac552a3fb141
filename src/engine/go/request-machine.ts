import { drain, ProgramError, type Machine } from '../machine.ts';
import { requestOf, slotSize, type Request } from './request.ts';
import { nelems } from './span-layout.ts';

/** Largest request drawn, in bytes: 16 MiB. */
export const largestRequest = 2 ** 24;

/** `make([]byte, size)`, or as many words of pointers. */
export interface Make { readonly do: 'make'; readonly size: number; readonly pointers: boolean }

export type MakeEvent =
  | { readonly kind: 'zero' }
  | { readonly kind: 'tiny'; readonly size: number; readonly slot: number }
  | { readonly kind: 'header'; readonly size: number; readonly header: number }
  | { readonly kind: 'class'; readonly size: number; readonly class: number; readonly slot: number; readonly perSpan: number }
  | { readonly kind: 'large'; readonly size: number; readonly npages: number; readonly slot: number };

/** Bytes of the slot the object lies in. */
export interface MakeAnswer { readonly slot: number }

/** One request so far: what was asked for, and what it takes. */
export interface Made { readonly op: Make; readonly request: Request; readonly slot: number }
export interface MakePicture { readonly made: readonly Made[] }

/** Requests one by one, each on its way to a slot (`malloc.go:mallocgc`, Go 1.27). */
export class RequestMachine implements Machine<Make, MakeEvent, MakeAnswer, MakePicture, MakePicture> {
  #made: readonly Made[] = [];

  *run(op: Make): Generator<MakeEvent, MakeAnswer, void> {
    refuseBadSize(op);
    const request = requestOf(op.size, op.pointers);
    const slot = slotSize(request);
    if (request.kind === 'small' && request.header > 0) yield { kind: 'header', size: op.size, header: request.header };
    this.#made = [...this.#made, { op, request, slot }];
    yield eventOf(op, request, slot);
    return { slot };
  }

  apply(op: Make): MakeAnswer { return drain(this.run(op)); }

  save(): MakePicture { return { made: this.#made }; }

  load({ made }: MakePicture): void { this.#made = made; }

  picture(): MakePicture { return { made: this.#made }; }
}

function eventOf({ size, pointers }: Make, request: Request, slot: number): MakeEvent {
  switch (request.kind) {
    case 'zero': return { kind: 'zero' };
    case 'tiny': return { kind: 'tiny', size, slot };
    case 'large': return { kind: 'large', size, npages: request.npages, slot };
    case 'small': return { kind: 'class', size: size + request.header, class: request.class, slot, perSpan: nelems(request.class, !pointers) };
  }
}

function refuseBadSize({ size, pointers }: Make): void {
  if (!Number.isSafeInteger(size) || size < 1 || size > largestRequest) throw new ProgramError('size', `A request is of 1 to ${largestRequest} bytes.`, { line: 1 }, { size, most: largestRequest });
  if (pointers && size % 8 !== 0) throw new ProgramError('words', 'Memory with pointers comes in words of 8 bytes.', { line: 1 }, { size });
}
