/** <lab-learning>: how the acceptance of a model grows with the exact weights that it has seen. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { Generation } from '../engine/generation.ts';
import { WORDS } from '../words.ts';

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [320, 150, 34, 22];

export class LabLearning extends LabElement {
  static override properties = { generations: { attribute: false }, budget: { type: Number } };
  declare generations: readonly Generation[];
  declare budget: number;

  override render() {
    const { generations = [] } = this;
    if (generations.length === 0) return nothing;
    const most = Math.max(this.budget, ...generations.map(({ exactEvaluations }) => exactEvaluations));
    const x = (evaluations: number) => LEFT + (evaluations / most) * (WIDTH - LEFT - 8);
    const y = (share: number) => (1 - share) * (HEIGHT - BOTTOM - 8) + 8;
    const line = (of: (generation: Generation) => number) =>
      generations.map((generation) => `${x(generation.exactEvaluations)},${y(of(generation))}`).join(' ');
    return html`<figure>
      <figcaption>${WORDS.learning} <output>σ = ${generations.at(-1)?.deviation.toFixed(2)}</output></figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${[0, 0.5, 1].map(
          (share) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - 8} y1=${y(share)} y2=${y(share)}></line>
            <text x=${LEFT - 6} y=${y(share) + 4} text-anchor="end">${share}</text>`,
        )}
        <polyline class="predicted" points=${line(({ predicted }) => predicted)}></polyline>
        <polyline class="measured" points=${line(({ acceptance }) => acceptance)}></polyline>
        ${generations.map(
          ({ exactEvaluations, acceptance }) =>
            svg`<circle class="measured" r="3" cx=${x(exactEvaluations)} cy=${y(acceptance)}></circle>`,
        )}
        <text x=${WIDTH - 8} y=${HEIGHT - 4} text-anchor="end">${most} ${WORDS.evaluations}</text>
      </svg>
      <p class="key"><span class="measured">${WORDS.measured}</span> <span class="predicted">${WORDS.predicted}</span></p>
      <details><summary>${WORDS.table}</summary>${table(generations)}</details>
    </figure>`;
  }
}

const table = (generations: readonly Generation[]) => html`<table>
  <thead><tr>
    <th scope="col">${WORDS.evaluations}</th><th scope="col">parameters</th><th scope="col">T</th>
    <th scope="col">${WORDS.measured}</th><th scope="col">${WORDS.predicted}</th><th scope="col">σ</th>
  </tr></thead>
  <tbody>${generations.map(
    (g) => html`<tr><td>${g.exactEvaluations}</td><td>${g.parameterCount}</td><td>${g.temperature.toPrecision(3)}</td>
      <td>${g.acceptance.toFixed(2)}</td><td>${g.predicted.toFixed(2)}</td><td>${g.deviation.toFixed(2)}</td></tr>`,
  )}</tbody>
</table>`;
