import { PasteElement } from '../paste-element.ts';
import type { Tool } from '../paste.ts';

/** `<trace-tool>`: compares allocators on a trace of malloc. */
class TraceTool extends PasteElement {
  protected override async load(): Promise<Tool> {
    const { openTool } = await import('./tool.ts');
    return openTool(this);
  }
}
customElements.define('trace-tool', TraceTool);
