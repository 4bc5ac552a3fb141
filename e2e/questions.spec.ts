import { expect, test } from './book.ts';

/** A question a reader has, the word that finds it, and what the answer must say: from recordings and Go’s source. */
const known = {
  en: { title: /^\d+ questions$/, here: /questions about this/, field: 'Words of your question', word: 'goroutine stack exceeds', answer: '512 MiB', status: /^1 of \d+ questions$/, chapter: 'The limit' },
  zh: { title: /^\d+ 个问题$/, here: /关于这一章的/, field: '输入问题里的词', word: 'goroutine stack exceeds', answer: '512 MiB', status: /^\d+ 个问题里的 1 个$/, chapter: '上限' },
} as const;

for (const locale of ['en', 'zh'] as const) {
  const words = known[locale];

  test(`a question is found by typing, answered, and leads to its thread and its section, in ${locale}`, { tag: locale === 'zh' ? '@phone' : '@desktop' }, async ({ page }) => {
    await page.goto(`${locale}/1-2-stack/`);
    await page.getByRole('link', { name: words.here }).click();
    await expect(page).toHaveURL(/\/questions\/#c-1-2$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await page.getByLabel(words.field).fill(words.word);
    await expect(page.getByText(words.status)).toBeVisible();
    const shown = page.locator('article').getByRole('heading', { level: 3 }).filter({ visible: true });
    await expect(shown).toHaveText(['“goroutine stack exceeds 1000000000-byte limit”']);
    const answer = page.locator('section', { has: page.locator('#stack-overflow') });
    await expect(answer).toContainText(words.answer);
    await expect(answer.getByRole('link', { name: 'go-git/go-git#1602' })).toHaveAttribute('href', 'https://github.com/go-git/go-git/issues/1602');
    await page.getByLabel(words.field).fill('madvdontneed');
    await expect(page.locator('#not-returned')).toBeHidden();
    await page.locator('section', { has: page.locator('#madvise') }).locator('a[href="#not-returned"]').click();
    await expect(page.locator('#not-returned')).toBeInViewport();
    await answer.getByRole('link', { name: words.chapter }).click();
    await expect(page).toHaveURL(/\/1-2-stack\/#limit$/);
  });
}

test('without JavaScript all are there, with no field that does nothing; machines read how each answer begins', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('en/questions/');
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.getByRole('link', { name: 'Why does a slice of 10 bytes keep 1 GB alive?' }).click();
  await expect(page.locator('#ten-bytes')).toBeInViewport();
  const told = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as { mainEntity: readonly { name: string; url: string; acceptedAnswer: { text: string } }[] };
  expect(told.mainEntity).toHaveLength(await page.locator('article').getByRole('heading', { level: 3 }).count());
  const asked = told.mainEntity.find(({ url }) => url.endsWith('/en/questions/#ten-bytes'));
  expect(asked?.name).toBe('Why does a slice of 10 bytes keep 1 GB alive?');
  expect(asked?.acceptedAnswer.text).toMatch(/^A slice is a pointer, .* kept 1,024 MiB alive\./);
});
