// Runs before the first paint: marks that scripts run, and sets the theme the reader chose.
const root = document.documentElement;
root.dataset.script = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme) root.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
