import Aside from './Aside.astro';
import Claim from './Claim.astro';
import Demo from './Demo.astro';
import Figure from './Figure.astro';
import Myth from './Myth.astro';
import Predict from './Predict.astro';
import Since from './Since.astro';
import Source from './Source.astro';
import Step from './Step.astro';
import Table from './Table.astro';
import Term from './Term.astro';

/** What a chapter may write without importing: handed to `<Content components={…} />`. */
export const components = { Aside, Claim, Demo, Figure, Myth, Predict, Since, Source, Step, Term, table: Table };
