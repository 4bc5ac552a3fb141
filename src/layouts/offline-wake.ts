/** Shows the offer to keep the book where a browser can; all else is loaded when it is taken up, or was before. */
export function wakeOffline(place: HTMLElement | null): void {
  if (!place || !('serviceWorker' in navigator)) return;
  place.hidden = false;
  const button = place.querySelector('button')!;
  const offer = async (): Promise<void> => (await import('./offline.ts')).offerOffline(place);
  // What is loaded takes its place.
  button.onclick = () => { void offer().then(() => { button.click(); }); };
  navigator.serviceWorker.getRegistration().then((kept) => { if (kept?.active) void offer(); }, () => undefined);
}
