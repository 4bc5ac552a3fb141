import { demos, loadDemo, type DemoId } from '../src/demos/index.ts';
import { namesIn, nasty } from '../src/demos/spoilt-links.ts';
import { expect, test } from './book.ts';
import { Figure } from './figure.ts';

const ids = Object.keys(demos) as DemoId[];

/** Two of them, in a browser. Each of them is tried without one in `scripts/fuzz/corpus.test.ts`, and any link on any figure in `src/demos/link.test.ts`. */
const tried = [nasty.find((value) => value.includes('<'))!, nasty.find((value) => value.includes('\ud800'))!].map((value, at) => [ids[at * 20]!, value] as const);

for (const [id, value] of tried) {
  test(`a link to ${id} spoilt by ${JSON.stringify(value.slice(0, 20))} wakes the figure, and nothing in it becomes markup`, { tag: '@desktop' }, async ({ page }) => {
    const query = new URLSearchParams(namesIn(await loadDemo(id)).map((name) => [name, value]));
    query.set('demo', id);
    const figure = await Figure.open(page, 'en', id, `?${query.toString()}`);
    await expect(figure.root.locator('img, script')).toHaveCount(0);
    await figure.act('reset').click();
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
  });
}
