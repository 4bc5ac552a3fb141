import Claim from '../Claim.astro';
import Answer from './Answer.astro';
import Nothing from './Nothing.astro';
import Words from './Words.astro';

/** What answers may write, said without notes: for machines that read them aloud or list them. */
export const plain = { Question: Answer, Claim, Source: Nothing, Since: Nothing, Term: Words, h2: Nothing };
