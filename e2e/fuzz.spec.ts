import { demos, loadDemo, type DemoId } from '../src/demos/index.ts';
import { namesIn, nasty } from '../src/demos/spoilt-links.ts';
import { expect, test } from './book.ts';
import { Figure } from './figure.ts';

const [markup, ...others] = nasty;

// What any link does to a demo is a property of `src/demos/link.test.ts`; here the page around it is looked at.
for (const [nth, id] of (Object.keys(demos) as DemoId[]).entries()) {
  test(`a spoilt link to ${id} wakes the figure, and nothing in it becomes markup`, { tag: '@desktop' }, async ({ page }) => {
    const demo = await loadDemo(id);
    // Each demo gets the markup, and one of the other values, which neighbours share among them.
    for (const value of [markup!, others[nth % others.length]!]) {
      const query = new URLSearchParams(namesIn(demo).map((name) => [name, value]));
      query.set('demo', id);
      const figure = await Figure.open(page, 'en', id, `?${query.toString()}`);
      await expect(figure.root.locator('img, script')).toHaveCount(0);
      await figure.act('reset').click();
      await expect(figure.root).toHaveAttribute('data-at', '0.0');
    }
  });
}
