import type { Finding } from '../../../../src/engine/memory/counters/findings.ts';
import { findingText } from './told.ts';
import type { ServiceWords } from './words.ts';

/** What stands out, the largest first: what it is, what it means, what to try. */
export function Findings({ findings, words }: { readonly findings: readonly Finding[]; readonly words: ServiceWords }) {
  return (
    <>
      <h3>{words.findings}</h3>
      {findings.length === 0 && <p>{words.noFindings}</p>}
      <div class="findings">
        {findings.map((finding) => {
          const { title, means, tries } = findingText(finding, words);
          return (
            <section key={finding.kind} data-finding={finding.kind}>
              <h4>{title}</h4>
              <p>{means}</p>
              <ul aria-label={words.tryThis}>{tries.map((each) => <li key={each}>{each}</li>)}</ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
