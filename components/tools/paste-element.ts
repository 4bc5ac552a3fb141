import type { Tool } from './paste.ts';

/** Longest paste that the browser may put into the box itself: longer ones stop the page while they are laid out. */
const longPaste = 20_000;

/** A tool of the book: the box, the file, the examples. What reads them is loaded on use. */
export abstract class PasteElement extends HTMLElement {
  #tool: Promise<Tool> | undefined;

  protected abstract load(): Promise<Tool>;

  connectedCallback(): void {
    for (const sign of ['focusin', 'pointerenter', 'dragenter']) this.addEventListener(sign, () => void this.#open(), { once: true });
    this.addEventListener('paste', (event) => this.#paste(event));
    this.addEventListener('input', (event) => this.#edit(event));
    this.addEventListener('change', (event) => this.#choose(event));
    this.addEventListener('click', (event) => this.#press(event));
    document.addEventListener('dragover', (event) => this.#hover(event));
    document.addEventListener('dragleave', () => this.removeAttribute('data-over'));
    document.addEventListener('drop', (event) => this.#drop(event));
  }

  #open(): Promise<Tool> {
    this.#tool ??= this.load().catch((error: unknown) => {
      this.#tool = undefined;
      this.querySelector('[data-part="unloaded"]')?.removeAttribute('hidden');
      throw error;
    });
    return this.#tool;
  }

  #do(what: (tool: Tool) => void | Promise<void>): void {
    this.#open().then(what).catch((error: unknown) => { console.error(error); });
  }

  #paste(event: ClipboardEvent): void {
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!file && text.length <= longPaste) return;
    event.preventDefault();
    this.#do((tool) => (file && text === '' ? tool.takeFile(file) : tool.take(text)));
  }

  #edit(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const isTyped = !(event instanceof InputEvent && event.inputType.startsWith('insertFrom'));
    this.#do((tool) => tool.edited(isTyped));
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
    const [file] = target.files ?? [];
    if (file) this.#do((tool) => tool.takeFile(file).finally(() => { target.value = ''; }));
  }

  #press({ target }: Event): void {
    const { example, act } = (target as Element).closest<HTMLElement>('[data-example], [data-act]')?.dataset ?? {};
    if (example !== undefined) this.#do((tool) => tool.takeExample(example));
    else if (act === 'read') this.#do((tool) => tool.read());
    else if (act === 'clear') this.#clear();
  }

  /** The box is empty at once, also while the tool is still on its way. */
  #clear(): void {
    const area = this.querySelector('textarea')!;
    area.value = '';
    area.focus();
    this.#do((tool) => tool.cleared());
  }

  /** A file may be dropped anywhere on the page: beside the box the browser would leave the page for it. */
  #hover(event: DragEvent): void {
    if (!event.dataTransfer?.types.some((type) => type === 'Files')) return;
    event.preventDefault();
    this.setAttribute('data-over', '');
  }

  #drop(event: DragEvent): void {
    this.removeAttribute('data-over');
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (!file && (text.length <= longPaste || !this.contains(event.target as Node))) return;
    event.preventDefault();
    this.#do((tool) => (file ? tool.takeFile(file) : tool.take(text)));
  }
}
