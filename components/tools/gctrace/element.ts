import { PasteElement } from '../paste-element.ts';
import type { Tool } from '../paste.ts';

/** `<gctrace-tool>`: reads lines of GODEBUG=gctrace=1. */
class GctraceTool extends PasteElement {
  protected override async load(): Promise<Tool> {
    const { openTool } = await import('./tool.ts');
    return openTool(this);
  }
}
customElements.define('gctrace-tool', GctraceTool);
