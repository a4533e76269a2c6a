/** <lab-states>: the density of states of the electrons, averaged over configurations. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import type { Density } from '../engine/density-of-states.ts';
import { fixed } from '../numbers.ts';
import { WORDS } from '../words.ts';
import { axes, HEIGHT, line, rangeOf, WIDTH } from './plot.ts';

export class LabStates extends LabElement {
  static override properties = { density: { attribute: false } };
  declare density: Density | undefined;

  override render() {
    if (!this.density) return nothing;
    const { energies, density, chemicalPotential } = this.density;
    const most = density.reduce((largest, value) => Math.max(largest, value), 0);
    const at = axes(rangeOf(energies, 0), { from: 0, to: 1.1 * most }, [WORDS.energy, WORDS.statesPerSite]);
    const rows = [...energies.keys()].filter((k) => k % 16 === 8);
    return html`<figure>
      <figcaption>${WORDS.states}</figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${at.frame}<polyline class="curve-0" points=${line(at, energies, density)}></polyline>
        <line class="diagonal" x1=${at.x(chemicalPotential)} x2=${at.x(chemicalPotential)} y1=${at.y(0)} y2=${at.y(1.1 * most)}></line>
      </svg>
      <details><summary>${WORDS.table}</summary><table>
        <thead><tr><th scope="col">${WORDS.energy}</th><th scope="col">${WORDS.statesPerSite}</th></tr></thead>
        <tbody>${rows.map((k) => html`<tr><td>${fixed(energies[k], 2)}</td><td>${density[k].toFixed(3)}</td></tr>`)}</tbody>
      </table></details>
      <lab-save name="density-of-states" .columns=${() => ({ energy: energies, states_per_site: density })}></lab-save>
    </figure>`;
  }
}
