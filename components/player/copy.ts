/** Puts a text on the clipboard, now or once it is there: a browser lets a page only while it answers the reader's press. False where the browser will not: without permission, or outside https. */
export async function copy(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((found) => new Blob([found], { type: 'text/plain' })) })]);
    return true;
  } catch {
    return false;
  }
}
