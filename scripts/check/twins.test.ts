import { describe, expect, test } from 'vitest';
import { brief, chapterOf } from './fixture.ts';
import { checkFollows, hashOf, stamped } from './follows.ts';
import { checkIds } from './ids.ts';
import { checkLinks, mapOf } from './links.ts';
import { checkTwins } from './twins.ts';
import { readChapter } from './chapter.ts';

const twins = (en: string, zh: string) => checkTwins([chapterOf(en), chapterOf(zh, 'zh')]);

describe('twins', () => {
  test('with the same skeleton agree, whatever their words', () => {
    expect(twins('## One {#a}\n\n<Demo id="x"/>\n\n## Two {#b}', '## 一 {#a}\n\n你好\n\n<Demo id="x"/>\n\n## 二 {#b}')).toEqual([]);
  });

  test('a chapter without a twin is told which file to write', () => {
    expect(brief(checkTwins([chapterOf('Hello.')]), 70)).toEqual(['1:1 has no twin: write content/zh/1-1-process-memory.mdx']);
  });

  test('part at the first landmark that differs, and both places are named', () => {
    const [finding, ...more] = twins('## One {#a}\n\n<Demo id="x"/>', '## 一 {#a}\n\n<Demo id="y"/>');
    expect(finding).toMatchObject({ path: 'content/en/1-1-process-memory.mdx', line: 9 });
    expect(finding?.message).toContain('<Demo id="x"> against <Demo id="y"> (content/zh/1-1-process-memory.mdx:9)');
    expect(more).toEqual([]);
  });

  test('part where one of them ends', () => {
    expect(twins('## One {#a}', '## 一 {#a}\n\n<Myth>\n旧说\n</Myth>')).toMatchObject([{ path: 'content/zh/1-1-process-memory.mdx', line: 9 }]);
    expect(twins('<Predict>\nHow many?\n</Predict>', '多少？')).toMatchObject([{ path: 'content/en/1-1-process-memory.mdx', line: 7 }]);
  });

  test('may order the claims of one passage as their grammar likes', () => {
    const [a, b] = ['<Claim demo="d" name="a"/>', '<Claim demo="d" name="b"/>'];
    expect(twins(`${a} of ${b}`, `${b} 里的 ${a}`)).toEqual([]);
    expect(twins(`${a} of ${b}`, `只有 ${a}`)).toMatchObject([{ path: 'content/zh/1-1-process-memory.mdx' }]);
    expect(twins(`${a}\n\n## One {#one}\n\n${b}`, `${b}\n\n## 一 {#one}\n\n${a}`)).toHaveLength(4);
  });
});

describe('follows', () => {
  const [en, zh] = [chapterOf('Old.'), chapterOf('旧。', 'zh')];

  test('a stamp makes both follow each other, and stands until one of them changes', () => {
    const stampedEn = readChapter(en.path, stamped(en, zh));
    const stampedZh = readChapter(zh.path, stamped(zh, en));
    expect(checkFollows([stampedEn, stampedZh])).toEqual([]);
    const changed = readChapter(en.path, stampedEn.text.replace('Old.', 'New.'));
    expect(checkFollows([changed, stampedZh])).toMatchObject([{ path: zh.path, level: 'warning' }]);
  });

  test('dates do not count as words', () => {
    expect(hashOf(readChapter(en.path, en.text.replace('---\ntitle', '---\nupdated: 2026-02-02\ntitle')))).toBe(hashOf(en));
  });
});

describe('links', () => {
  const en = chapterOf('## Here {#here}');
  const isFile = (path: string) => path === 'oracle/recordings/a.json';
  const wrong = (url: string) => {
    const chapter = chapterOf(`## Here {#here}\n\nSee [it](${url}).`);
    return checkLinks(chapter, mapOf([chapter, { ...en, slug: '1-2-stack' }], ['en/', 'en/tools/process/'], isFile)).map(({ message }) => message.replace(/^.*?: /, ''));
  };

  test.each(['#here', '../1-2-stack/', '../1-2-stack/#here', '../tools/process/', '../tools/process/?x#y', '../', 'https://go.dev', 'repo:oracle/recordings/a.json'])('%s leads somewhere', (url) => {
    expect(wrong(url)).toEqual([]);
  });

  test.each([
    ['#there', 'has no anchor #there; it has #here'],
    ['../1-2-stack', 'end the page with a slash'],
    ['../1-9-none/', 'there is no page /en/1-9-none/. There are: /en/1-1-process-memory/'],
    ['/en/1-2-stack/', 'begin with ../'],
    ['http://go.dev', 'write https'],
    ['repo:oracle/recordings/b.json', 'no such file in the repository'],
  ])('%s does not', (url, message) => {
    expect(wrong(url).join()).toContain(message);
  });

  test('a path of the repository that stands in a sentence is asked for a name and a link; one of another project is not', () => {
    const chapter = chapterOf('It is so.<Source>oracle/recordings/a.json, and src/tcache.c</Source>');
    expect(brief(checkLinks(chapter, mapOf([chapter], [], isFile)), 120)).toEqual(['7:18 oracle/recordings/a.json says nothing to a reader: write [what it is](repo:oracle/recordings/a.json)']);
  });
});

describe('names', () => {
  const known = { demos: new Map([['calc', ['l4']]]), facts: ['first-brk'], terms: ['heap'], questions: ['virt'] };

  test('that exist pass', () => {
    expect(checkIds(chapterOf('<Demo id="calc"/>\n\n<Claim demo="calc" name="l4"/> <Claim fact="first-brk"/> <Term id="heap"/> <Step demo="calc" to="map">it maps</Step>'), known)).toEqual([]);
  });

  test.each([
    ['<Demo id="cal"/>', 'no demo "cal". There are: calc'],
    ['A <Step demo="cal" to="map">step</Step>.', 'no demo "cal"'],
    ['<Claim demo="calc" name="l5"/>', 'makes no claim "l5". It makes: l4'],
    ['<Claim name="l4"/>', 'a claim is written <Claim demo='],
    ['<Claim fact="brk"/>', 'no fact "brk". It has: first-brk'],
    ['A <Term id="heaps"/>.', 'no term "heaps". It has: heap'],
    ['<Question id="rss">\nNo.\n</Question>', 'no question "rss". It has: virt'],
  ])('%s does not', (body, message) => {
    expect(checkIds(chapterOf(body), known).map((finding) => finding.message).join()).toContain(message);
  });
});
