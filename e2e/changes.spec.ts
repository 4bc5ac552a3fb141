import { expect, test } from './book.ts';

/** What the recordings say of Go 1.22 and 1.26, as a reader finds it. */
const known = {
  en: { title: 'What changed when', since: 'since Go 1.26', objects: 'Objects in a page', random: /0xc000000000.*random/, all: 'All 16 lines', last: /128 bytes with pointers.*63.*62/, nothing: /^The recorded programs show no difference\./ },
  zh: { title: '哪一版改了什么', since: 'Go 1.26 起', objects: '一页放几个对象', random: /0xc000000000.*随机/, all: '全部 16 行', last: /128 字节，含指针.*63.*62/, nothing: /^录制的程序看不出差别。/ },
} as const;

for (const locale of ['en', 'zh'] as const) {
  const words = known[locale];

  test.describe(`what changed when, without JavaScript, in ${locale}`, { tag: '@no-js' }, () => {
    // The Chinese in the width of a phone.
    test.use({ viewport: { width: locale === 'zh' ? 390 : 1280, height: 800 } });

    test('is reached from a statement about a version, and from the foot of every page', async ({ page }) => {
      await page.goto(`${locale}/1-1-process-memory/`);
      await page.getByRole('link', { name: words.since }).first().click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/changes/#go-1-26$`));
      await expect(page.getByRole('heading', { name: 'Go 1.26', exact: false, level: 2 })).toBeInViewport();
      await page.getByRole('contentinfo').getByRole('link', { name: words.title }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    });

    test('says how it was, how it is, and in which recording; long lists unfold', async ({ page }) => {
      await page.goto(`${locale}/changes/`);
      await page.getByRole('link', { name: `${words.objects}, Go 1.26` }).click();
      const topic = page.locator('#go-1-26-objects');
      await expect(topic.getByRole('heading')).toBeInViewport();
      await expect(topic).toContainText('blackbox.json');
      await expect(topic.getByRole('row').filter({ visible: true })).toHaveCount(4);
      await topic.getByText(words.all).click();
      await expect(topic.getByRole('row').last()).toHaveText(words.last);
      await expect(page.locator('#go-1-26-base').getByRole('row').last()).toHaveText(words.random);
      await expect(page.locator('#go-1-27 ~ p').last()).toHaveText(words.nothing);
    });
  });
}

test('every release leads to its own release notes and to a source of its own version', async ({ page }) => {
  await page.goto('en/changes/');
  for (const release of ['1.16', '1.22', '1.27']) await expect(page.locator(`a[href="https://go.dev/doc/go${release}"]`)).toHaveCount(1);
  await expect(page.locator('#go-1-22-sizes .note a')).toHaveAttribute('href', /golang\/go\/blob\/go1\.22\.0\/src\/runtime\/mbitmap_allocheaders\.go$/);
});
