import Claim from './Claim.astro';
import Demo from './Demo.astro';
import Step from './Step.astro';

/** What a chapter may write without importing: handed to `<Content components={…} />`. */
export const components = { Claim, Demo, Step };
