import { anchorOf, walk } from './elements.ts';
import type { Chapter } from './chapter.ts';
import type { Finding } from './finding.ts';

/** Every section that a list sends its readers to, `at: 1-1-process-memory#virt`, is in both languages of that chapter. */
export function checkExplained(path: string, text: string, chapters: readonly Chapter[]): readonly Finding[] {
  return text.split('\n').flatMap((line, i) => {
    const [before, slug, anchor] = /^ +at: ([\w-]+)#([\w-]+)$/.exec(line) ?? [];
    if (before === undefined) return [];
    const twins = chapters.filter((chapter) => chapter.slug === slug);
    const without = twins.filter(({ tree }) => ![...walk(tree)].some((node) => node.type === 'heading' && anchorOf(node) === anchor));
    if (twins.length > 0 && without.length === 0) return [];
    const message = twins.length === 0 ? `there is no chapter "${slug}"` : `${without.map((each) => each.path).join(' and ')} has no section {#${anchor}}`;
    return [{ path, line: i + 1, column: line.indexOf('at:') + 1, message, level: 'error' as const }];
  });
}
