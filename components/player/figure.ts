/**
 * `<demo-figure>`: the still from the build. It fetches the player when it comes near, its own demo when a reader
 * reaches for it, and then does what the reader asked meanwhile. A figure nobody touches costs nothing more.
 */
class DemoFigure extends HTMLElement {
  #live: Promise<void> | undefined;
  #asked: Event | undefined;

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
  }

  /** Starts the figure once; a failure leaves the still and says so. */
  wake(): Promise<void> {
    this.#live ??= import('./mount.ts').then(({ mount }) => mount(this)).then(() => this.#answer()).catch((error: unknown) => { this.#fail(error); });
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

  /** Until the figure lives, the last thing asked of it waits. */
  readonly #remember = (event: Event): void => {
    if (this.dataset.live !== undefined) return;
    if (event.type === 'keydown' && !(event.target as Element).matches('.drawing, .drawing [role=slider]')) return;
    this.#asked = event;
    void this.wake();
  };

  #answer(): void {
    const { type, target } = this.#asked ?? {};
    if (!type || !target) return;
    const key = this.#asked instanceof KeyboardEvent ? this.#asked.key : undefined;
    target.dispatchEvent(key === undefined ? new Event(type, { bubbles: true }) : new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  }
}
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
