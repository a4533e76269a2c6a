/** <lab-acceptance>: how often the exact weight accepts, and how often it should for a Gaussian residual, side by side. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import { WORDS } from '../words.ts';

export class LabAcceptance extends LabElement {
  static override properties = { measured: { type: Number }, predicted: { type: Number } };
  declare measured: number | undefined;
  declare predicted: number | undefined;

  override render() {
    if (this.measured === undefined) return nothing;
    return html`<figure>
      <figcaption>${WORDS.acceptance}</figcaption>
      ${bar('measured', WORDS.measured, this.measured)}
      ${this.predicted === undefined ? nothing : bar('predicted', WORDS.predicted, this.predicted)}
    </figure>`;
  }
}

const bar = (kind: string, name: string, share: number) => html`<div class="bar">
  <span>${name}</span>
  <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="empty" width="100" height="6"></rect><rect class=${kind} width=${100 * share} height="6"></rect>
  </svg>
  <output>${share.toFixed(3)}</output>
</div>`;
