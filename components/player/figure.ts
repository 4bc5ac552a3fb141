import { loadList } from './list.ts';

/**
 * `<demo-figure>`: the still from the build. It fetches the player when it comes near, its own demo when a reader
 * reaches for it, and then does what the reader asked meanwhile. A figure nobody touches costs nothing more.
 */
class DemoFigure extends HTMLElement {
  #live: Promise<void> | undefined;
  #asked: Event[] = [];

  connectedCallback(): void {
    if (new URLSearchParams(window.location.search).get('demo') === this.dataset.demo) void this.wake();
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      void import('./mount.ts').then(() => { this.dataset.near = ''; }, () => undefined);
    }, { rootMargin: '200px' });
    near.observe(this);
    for (const reach of ['pointerover', 'pointerdown', 'focusin']) this.addEventListener(reach, () => void this.wake(), { once: true, passive: true });
    for (const ask of ['click', 'change', 'input', 'keydown', 'toggle']) this.addEventListener(ask, this.#remember, { capture: true });
    const grips = this.querySelector('.grips');
    for (const moved of ['touchstart', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel']) grips?.addEventListener(moved, this.#grasp, { passive: false });
  }

  /** Starts the figure once; a failure leaves the still and says so. */
  wake(): Promise<void> {
    this.#live ??= Promise.all([import('./mount.ts'), loadList()]).then(([{ mount }]) => mount(this)).then(() => this.#answer()).catch((error: unknown) => { this.#fail(error); });
    return this.#live;
  }

  /** The note is in the page already: what could not load this figure could not load a note either. */
  #fail(error: unknown): void {
    console.error(error);
    this.dataset.failed = '';
    const note = document.querySelector<HTMLElement>(`[data-failure-of="${this.dataset.demo}"]`);
    if (!note) return;
    note.querySelector('code')?.append(String(error));
    note.hidden = false;
  }

  /** Whether what was asked began as a drag. */
  get #dragged(): boolean { return this.#asked[0]?.type === 'pointerdown'; }

  /** Until the figure lives, the last thing asked of it waits. */
  readonly #remember = (event: Event): void => {
    if (this.dataset.live !== undefined) return;
    if (event.type === 'keydown' && !(event.target as Element).matches('.drawing, .drawing [role=slider]')) return;
    this.#asked = this.#dragged ? [...this.#asked, event] : [event];
    void this.wake();
  };

  /** A drag at a grip of the still, and what the pointer does until the figure takes it over. As in `stay.ts`, it scrolls nothing. */
  readonly #grasp = (event: Event): void => {
    if (event.type === 'touchstart') return event.preventDefault();
    if (this.dataset.live !== undefined) return;
    if (event.type === 'pointerdown') {
      this.#asked = [event];
      (event.target as Element).setPointerCapture((event as PointerEvent).pointerId);
    } else if (this.#dragged) this.#asked.push(event);
  };

  #answer(): void {
    for (const event of this.#asked) event.target?.dispatchEvent(againOf(event));
  }
}

/** The same event once more: only of keys and pointers does it matter which they were. */
const againOf = (event: Event): Event => (/^(key|pointer)/.test(event.type) ? new (event.constructor as typeof Event)(event.type, event) : new Event(event.type, { bubbles: true }));
customElements.define('demo-figure', DemoFigure);

/** Words in the prose that move a figure: `<Step>`. */
document.addEventListener('click', (event) => {
  const step = (event.target as Element).closest<HTMLAnchorElement>('a[data-step]');
  const figure = step && document.querySelector<DemoFigure>(`demo-figure[data-demo="${step.dataset.step}"]`);
  if (!figure) return;
  event.preventDefault();
  figure.scrollIntoView({ block: 'nearest' });
  void figure.wake().then(() => figure.dispatchEvent(new CustomEvent('goto', { detail: { kind: step.dataset.to, nth: Number(step.dataset.nth) } })));
});
