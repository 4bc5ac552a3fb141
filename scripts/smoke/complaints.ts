/** Runs in the page before anything else, and notes what a page must never do. */
function listen(): void {
  const complaints: string[] = [];
  Object.assign(window, { complaints });
  addEventListener('error', (event) => {
    const of = event.target as Partial<HTMLImageElement & HTMLLinkElement>;
    complaints.push(event instanceof ErrorEvent ? `uncaught: ${event.message} at ${event.filename}:${event.lineno}` : `not loaded: ${of.src ?? of.href}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => { complaints.push(`unhandled: ${reason}`); });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => { complaints.push(`against ${violatedDirective}: ${blockedURI}`); });
  for (const level of ['error', 'warn'] as const) {
    const say = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      complaints.push(`console: ${words.map(String).join(' ')}`);
      say(...words);
    };
  }
}

/** The script to serve in front of every page. */
export const listener = `(${listen.toString()})()`;

/** What a page complained of since it was opened. Runs in the page. */
export const complaintsOf = (): readonly string[] => (window as unknown as { complaints: readonly string[] }).complaints;
