import { demos, loadDemo, type DemoId } from '../src/demos/index.ts';
import { namesIn, nasty } from '../src/demos/spoilt-links.ts';
import { expect, test } from './book.ts';
import { Figure } from './figure.ts';

const ids = Object.keys(demos) as DemoId[];

// What any link does to any demo is a property of `src/demos/link.test.ts`; here the page around it is looked at, each value with another demo.
for (const [nth, value] of nasty.entries()) {
  const id = ids[nth % ids.length]!;
  test(`a link to ${id} spoilt by ${JSON.stringify(value.slice(0, 20))} wakes the figure, and nothing in it becomes markup`, { tag: '@desktop' }, async ({ page }) => {
    const query = new URLSearchParams(namesIn(await loadDemo(id)).map((name) => [name, value]));
    query.set('demo', id);
    const figure = await Figure.open(page, 'en', id, `?${query.toString()}`);
    await expect(figure.root.locator('img, script')).toHaveCount(0);
    await figure.act('reset').click();
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
  });
}
