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

const bar = (kind: string, name: string, share: number) => html`<label class="bar">
  <span>${name}</span>
  <meter class=${kind} min="0" max="1" .value=${share} aria-label=${name}></meter>
  <output>${share.toFixed(3)}</output>
</label>`;
