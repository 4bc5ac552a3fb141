// Runs before the first paint: marks that scripts run, and sets the theme the reader chose.
const root = document.documentElement;
root.dataset.script = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme) root.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
// The first frame is the first screen, the text that is near comes in the next, figures after it: styles/page.css says where.
// Whoever asks for a place further down gets all of it at once.
if (!location.hash) {
  const afterFrame = (then) => requestAnimationFrame(() => setTimeout(then));
  root.dataset.first = 'screen';
  afterFrame(() => {
    root.dataset.first = 'text';
    afterFrame(() => { delete root.dataset.first; });
  });
}
