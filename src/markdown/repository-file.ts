import type { Link, Nodes, Parent, Root } from 'mdast';
import { fileIn, published } from '../i18n/project.ts';

const scheme = 'repo:';

/** `[a recording](repo:oracle/recordings/ulimit.json)` leads to that file in the repository. Where nobody said which that is, only the words stay. */
export function repositoryFile() {
  return (tree: Root): void => { settle(tree, published()); };
}

/** `repository` is the address of the repository, without a slash at its end. */
export function settle(node: Nodes, repository: string | undefined): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.flatMap((child) => (isOurs(child) ? led(child, repository) : child)) as Parent['children'];
  for (const child of parent.children) settle(child, repository);
}

const isOurs = (node: Nodes): node is Link => node.type === 'link' && node.url.startsWith(scheme);

const led = (link: Link, repository: string | undefined): readonly Nodes[] =>
  (repository === undefined ? link.children : [{ ...link, url: fileIn(repository, link.url.slice(scheme.length)) }]);
