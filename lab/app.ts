/** <lab-app>: which of its pages the address asks for. */
import { html } from 'lit';
import { LabElement } from './element.ts';
import { pointOf } from './watch/watch.ts';

export class LabApp extends LabElement {
  override render() {
    if (pointOf(location.hash) !== undefined) return html`<lab-watch></lab-watch>`;
    return html`<lab-workbench></lab-workbench>`;
  }
}
