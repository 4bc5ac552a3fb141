import { PasteElement } from '../paste-element.ts';
import type { Tool } from '../paste.ts';

/** `<process-tool>`: reads the maps of a process. */
class ProcessTool extends PasteElement {
  protected override async load(): Promise<Tool> {
    const { openTool } = await import('./tool.ts');
    return openTool(this);
  }
}
customElements.define('process-tool', ProcessTool);
