/** <lab-search>: how a chemical potential is found that gives the wanted number of electrons. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { SearchStage } from '../engine/search-stage.ts';
import { fixed } from '../numbers.ts';
import { WORDS } from '../words.ts';
import { axes, HEIGHT, rangeOf, WIDTH } from './plot.ts';
import { withError } from './with-error.ts';

export class LabSearch extends LabElement {
  static override properties = { stages: { attribute: false }, wanted: { type: Number } };
  declare stages: readonly SearchStage[];
  declare wanted: number;

  override render() {
    const { stages = [], wanted } = this;
    const last = stages.at(-1);
    if (!last) return nothing;
    const ends = stages.flatMap(({ density, error }) => [density - error, density + error]);
    const at = axes({ from: 0, to: stages.length + 1 }, rangeOf([...ends, wanted]), [
      WORDS.stageOfSearch,
      WORDS.electronsPerSite,
    ]);
    return html`<figure>
      <figcaption>${WORDS.search} <output>μ = ${fixed(last.chemicalPotential, 4)}</output></figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${at.frame}
        <line class="diagonal" x1=${at.x(0)} x2=${at.x(stages.length + 1)} y1=${at.y(wanted)} y2=${at.y(wanted)}></line>
        ${stages.map(
          ({ density, error }, k) => svg`<g>
            <line class="error" x1=${at.x(k + 1)} x2=${at.x(k + 1)} y1=${at.y(density - error)} y2=${at.y(density + error)}></line>
            <circle class="measured" r="3" cx=${at.x(k + 1)} cy=${at.y(density)}></circle></g>`,
        )}
      </svg>
      <p class="key"><span class="predicted">${WORDS.wanted(wanted)}</span></p>
      <details><summary>${WORDS.table}</summary>${table(stages)}</details>
      <lab-save name="search" .columns=${() => columns(stages)}></lab-save>
    </figure>`;
  }
}

const table = (stages: readonly SearchStage[]) => html`<table>
  <thead><tr><th scope="col">${WORDS.stageOfSearch}</th><th scope="col">μ</th><th scope="col">${WORDS.electronsPerSite}</th></tr></thead>
  <tbody>${stages.map(
    ({ chemicalPotential, density, error }, k) => html`<tr>
      <td>${k + 1}</td><td>${fixed(chemicalPotential, 4)}</td><td>${withError({ mean: density, error })}</td>
    </tr>`,
  )}</tbody>
</table>`;

const columns = (stages: readonly SearchStage[]) => ({
  chemical_potential: stages.map(({ chemicalPotential }) => chemicalPotential),
  density: stages.map(({ density }) => density),
  error: stages.map(({ error }) => error),
});
