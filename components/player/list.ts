/** The list of all demos and of the files each is made of: a page has it once a reader reaches for a figure. */
export const loadList = () => import('../../src/demos/index.ts');
