/** Puts a text on the clipboard. False where the browser will not: without permission, or outside https. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
