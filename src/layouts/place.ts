/** How far down a heading may stand and still be the one being read, in CSS pixels. */
const readingLine = 120;

/** The heading above what is being read; none at the top of the page. */
function presentHeading(): string | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>('article :is(h2, h3)[id]')];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < readingLine)?.id;
}

/** Makes the link to the other language lead to the same anchor, with the same state of the figures. */
export function keepPlace(link: HTMLAnchorElement | null): void {
  const aim = () => {
    if (!link) return;
    const heading = presentHeading();
    link.search = location.search;
    link.hash = heading ?? (scrollY > 0 ? location.hash : '');
  };
  for (const event of ['pointerdown', 'focus', 'click', 'contextmenu']) link?.addEventListener(event, aim);
}
