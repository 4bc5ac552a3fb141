import Aside from './Aside.astro';
import Claim from './Claim.astro';
import Demo from './Demo.astro';
import Figure from './Figure.astro';
import H2 from './H2.astro';
import H3 from './H3.astro';
import Live from './Live.astro';
import Myth from './Myth.astro';
import Predict from './Predict.astro';
import Question from './Question.astro';
import RecordedTable from './RecordedTable.astro';
import Regions from './Regions.astro';
import Since from './Since.astro';
import Source from './Source.astro';
import Step from './Step.astro';
import Table from './Table.astro';
import Term from './Term.astro';

/** What a chapter may write without importing: handed to `<Content components={…} />`. */
export const components = { Aside, Claim, Demo, Figure, Live, Myth, Predict, Question, RecordedTable, Regions, Since, Source, Step, Term, h2: H2, h3: H3, table: Table };
