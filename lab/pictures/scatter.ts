/** <lab-scatter>: the learned energy against the exact free energy; every point is a configuration that the training has not seen. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { Residuals } from '../engine/residuals.ts';
import { fixed } from '../numbers.ts';
import { WORDS } from '../words.ts';
import { axes, HEIGHT, rangeOf, WIDTH } from './plot.ts';

export class LabScatter extends LabElement {
  static override properties = { residuals: { attribute: false } };
  declare residuals: Residuals | undefined;

  override render() {
    if (!this.residuals) return nothing;
    const { exact, effective, deviation } = this.residuals;
    const range = rangeOf([...exact, ...effective]);
    const at = axes(range, range, [`β(F − ⟨F⟩), ${WORDS.exact}`, `β(E_eff − ⟨E_eff⟩), ${WORDS.learned}`]);
    return html`<figure>
      <figcaption>${WORDS.scatter} <output>σ = ${deviation.toPrecision(3)}</output></figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${at.frame}
        <line class="diagonal" x1=${at.x(range.from)} y1=${at.y(range.from)} x2=${at.x(range.to)} y2=${at.y(range.to)}></line>
        ${[...exact].map((value, k) => svg`<circle class="point" r="1.8" cx=${at.x(value)} cy=${at.y(effective[k])}></circle>`)}
      </svg>
      <details><summary>${WORDS.table}</summary><table>
        <thead><tr><th scope="col">β(F − ⟨F⟩)</th><th scope="col">β(E_eff − ⟨E_eff⟩)</th></tr></thead>
        <tbody>${[...exact.subarray(-12)].map(
          (value, k) =>
            html`<tr><td>${fixed(value, 3)}</td><td>${fixed(effective[effective.length - Math.min(12, exact.length) + k], 3)}</td></tr>`,
        )}</tbody>
      </table></details>
      <lab-save name="learned-against-exact" .columns=${() => ({ exact, effective })}></lab-save>
    </figure>`;
  }
}
