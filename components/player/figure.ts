/** `<demo-figure>`: the still from the build, which wakes when it comes near or is called upon. */
class DemoFigure extends HTMLElement {
  #live: Promise<void> | undefined;

  connectedCallback(): void {
    const near = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      near.disconnect();
      void this.wake();
    }, { rootMargin: '200px' });
    near.observe(this);
  }

  /** Starts the figure once; a failure leaves the still and says so. */
  wake(): Promise<void> {
    this.#live ??= import('./mount.ts').then(({ mount }) => mount(this)).catch(async (error: unknown) => {
      console.error(error);
      (await import('./failure.ts')).showFailure(this);
    });
    return this.#live;
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
