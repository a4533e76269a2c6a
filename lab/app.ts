/** <lab-app>: which of its pages the address asks for. */
import { html } from 'lit';
import { LabElement } from './element.ts';

export class LabApp extends LabElement {
  override render() {
    return html`<lab-workbench></lab-workbench>`;
  }
}
