import { expect, test, vi } from 'vitest';

const under = async (baseUrl: string) => {
  vi.resetModules();
  vi.stubEnv('BASE_URL', baseUrl);
  return import('./paths.ts');
};

test.each([['/', '/'], ['/book', '/book/'], ['/a/b/', '/a/b/']])('Under %s every path begins with %s', async (given, base) => {
  const { chapterPath, homePath, feedPath } = await under(given);
  expect(homePath('zh')).toBe(`${base}zh/`);
  expect(chapterPath('en', '1-2-stack')).toBe(`${base}en/1-2-stack/`);
  expect(feedPath('zh')).toBe(`${base}zh/rss.xml`);
});

test('A page’s twin has the other language and the same rest', async () => {
  const { inLocale } = await under('/book/');
  expect(inLocale('/book/en/1-1-process-memory/', 'zh')).toBe('/book/zh/1-1-process-memory/');
  expect(inLocale('/book/zh/tools/process/', 'en')).toBe('/book/en/tools/process/');
  expect(inLocale('/book/en/', 'zh')).toBe('/book/zh/');
});

test('A page without a language leads to the language’s home', async () => {
  const { inLocale } = await under('/');
  expect(inLocale('/', 'zh')).toBe('/zh/');
  expect(inLocale('/404.html', 'en')).toBe('/en/');
});
