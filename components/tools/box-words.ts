/** What a page of a tool says before the tool is used: of itself, and around its box. */
export interface BoxWords {
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly boxTitle: string;
  readonly boxLabel: string;
  readonly privacy: string;
  readonly read: string;
  readonly clear: string;
  readonly file: string;
  readonly examplesTitle: string;
  readonly unloaded: string;
  readonly noScript: string;
}
