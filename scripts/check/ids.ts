import { at, type Chapter } from './chapter.ts';
import { attribute, elementsNamed, type Element } from './elements.ts';
import type { Finding } from './finding.ts';

/** What a chapter may name. */
export interface Known {
  /** The claims of every demo. */
  readonly demos: ReadonlyMap<string, readonly string[]>;
  /** What recordings say: src/oracle/facts.ts. */
  readonly facts: readonly string[];
  /** The ids of content/glossary.yml. */
  readonly terms: readonly string[];
  /** The ids of content/questions.yml. */
  readonly questions: readonly string[];
}

/** Every demo, claim, fact, term and question that a chapter names exists. */
export function checkIds(chapter: Chapter, known: Known): readonly Finding[] {
  const wrongIn: Readonly<Record<string, (element: Element) => string | undefined>> = {
    Demo: (element) => wrongDemo(attribute(element, 'id'), known),
    Step: (element) => wrongDemo(attribute(element, 'demo'), known),
    Claim: (element) => wrongClaim(element, known),
    Term: (element) => wrongTerm(attribute(element, 'id'), known),
    Question: (element) => wrongQuestion(attribute(element, 'id'), known),
  };
  return Object.entries(wrongIn).flatMap(([name, wrong]) => elementsNamed(chapter.tree, name).flatMap((element) => {
    const message = wrong(element);
    return message === undefined ? [] : [at(chapter, element, message)];
  }));
}

function wrongDemo(id: string | undefined, { demos }: Known): string | undefined {
  return id !== undefined && demos.has(id) ? undefined : `there is no demo "${id ?? ''}". There are: ${list([...demos.keys()])}`;
}

function wrongClaim(element: Element, { demos, facts }: Known): string | undefined {
  const [demo, name, fact] = ['demo', 'name', 'fact'].map((each) => attribute(element, each));
  if (fact !== undefined) return facts.includes(fact) ? undefined : `src/oracle/facts.ts has no fact "${fact}". It has: ${list(facts)}`;
  if (demo === undefined || name === undefined) return 'a claim is written <Claim demo="ID" name="NAME"/> or <Claim fact="NAME"/>';
  const claims = demos.get(demo);
  if (!claims) return `there is no demo "${demo}". There are: ${list([...demos.keys()])}`;
  return claims.includes(name) ? undefined : `the demo "${demo}" makes no claim "${name}". It makes: ${list(claims)}`;
}

function wrongTerm(id: string | undefined, { terms }: Known): string | undefined {
  return id === undefined || terms.includes(id) ? undefined : `content/glossary.yml has no term "${id}". It has: ${list(terms)}`;
}

function wrongQuestion(id: string | undefined, { questions }: Known): string | undefined {
  return id !== undefined && questions.includes(id) ? undefined : `content/questions.yml has no question "${id ?? ''}". It has: ${list(questions)}`;
}

const list = (names: readonly string[]): string => names.join(', ') || 'none yet';
