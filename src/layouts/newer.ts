import type { OfflineWords } from '../i18n/offline.ts';

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = words;
  made.onclick = press;
  return made;
}

/**
 * Says at the foot of the window that there is a newer edition. The bar has a place of its own at the end of the page, so that it
 * covers nothing for good, and what else stays at the foot stands on it. A screen reader says what comes into a region it knows:
 * the sentence comes a frame after it.
 */
export function showNewer(words: OfflineWords): void {
  const { style } = document.documentElement;
  const [bar, status] = [document.createElement('div'), document.createElement('span')];
  bar.className = 'newer';
  status.setAttribute('role', 'status');
  const leave = (): void => {
    bar.remove();
    style.removeProperty('--bar');
  };
  bar.append(status, button(words.reload, () => { location.reload(); }), button(words.later, leave));
  document.body.append(bar);
  requestAnimationFrame(() => {
    status.textContent = words.newer;
    style.setProperty('--bar', `${bar.offsetHeight}px`);
  });
}
