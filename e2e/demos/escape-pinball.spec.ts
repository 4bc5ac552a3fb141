import { expect, test } from '../book.ts';
import { boxOf, shapeOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const release = (figure: Figure, minor: number) => figure.drawing.locator(`[data-key="go/${minor}"]`);
const placesOf = (figure: Figure) => figure.drawing.locator('[data-key^="go/"]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.place));

/** Expectations: `go build -gcflags='-m -l'` and runtime.MemStats of each release, and the release notes of Go 1.25. */
test.describe('escape pinball', () => {
  test('the untouched still says that a small make of unknown size stays on the stack since Go 1.25, and went to the heap before', async ({ page }) => {
    await page.goto('en/figures/escape-pinball/');
    const figure = new Figure(page, 'escape-pinball');
    expect(await placesOf(figure)).toEqual([...Array<string>(10).fill('heap'), 'stack', 'stack', 'stack']);
    await expect(figure.drawing).toContainText('make([]byte, n) does not escape');
    await expect(release(figure, 24).locator('title')).toHaveText(/1\.24/);
    expect(await shapeOf(release(figure, 24).locator('rect'))).toMatch(/^solid/);
    expect(await shapeOf(release(figure, 25).locator('rect'))).toMatch(/^hollow/);
  });

  test('another release lets the same value fall elsewhere, and the reader stays at the call', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'escape-pinball');
    await expect(figure.drawing.locator('.ball')).toHaveAttribute('data-ball', 'below');
    await figure.root.locator('[data-control="release"]').fill('24');
    await expect(figure.drawing.locator('.ball')).toHaveAttribute('data-ball', 'heap');
    await expect(figure.drawing).toContainText('make([]byte, n) escapes to heap');
    await expect(figure.sentence).toContainText('32 bytes');
    const { x } = await boxOf(figure.drawing.locator('.bin.heap'));
    await expect.poll(async () => (await boxOf(figure.drawing.locator('.ball'))).x, 'it falls for a while').toBeGreaterThan(x);
    // Since Go 1.24 the limit for a variable on the stack is 128 KiB; before, 10 MiB stayed there.
    await figure.root.locator('[data-control="release"]').fill('23');
    for (let i = 0; i < 4; i++) await figure.act('step').click();
    await figure.scrub(19);
    await expect(figure.drawing.locator('.name').first()).toHaveText('bigArray()');
    expect((await placesOf(figure)).slice(7)).toEqual(['stack', 'stack', 'heap', 'heap', 'heap', 'heap']);
    await expect(figure.drawing.locator('.ball')).toHaveAttribute('data-ball', 'below');
  });

  test('a guess is taken with a tap and laid beside what was recorded', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'zh', 'escape-pinball', '?demo=escape-pinball&at=1.1');
    await figure.root.locator('details[data-part="guess"] > summary').click();
    await figure.root.locator('[data-act="bet"]').first().click();
    await expect(figure.root.locator('.guess tbody tr')).toHaveCount(1);
    await expect(figure.root.locator('.guess tbody tr')).toContainText('栈');
  });

  test('a small integer escapes by -m and puts nothing on the heap; a call nobody recorded is refused', { tag: '@desktop' }, async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'escape-pinball', '?demo=escape-pinball&preset=interfaces&at=4.3');
    await expect(figure.drawing).toContainText('n escapes to heap');
    await expect(figure.drawing).toContainText('nothing on the heap');
    await figure.tryProgram('variableSlice(64)');
    await expect(figure.trouble).toHaveText(/^Line 1.*“variableSlice\(64\)” was not recorded/);
  });
});
