/** <lab-zone>: the mean structure factor of every wave vector, over the zone. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { Scene } from '../engine/scene.ts';
import { inDigits } from '../numbers.ts';
import { WORDS } from '../words.ts';
import { heat } from './heat.ts';

const ROWS = 8;

export class LabZone extends LabElement {
  static override properties = { scene: { attribute: false }, means: { attribute: false } };
  declare scene: Scene | undefined;
  declare means: Readonly<Record<string, number>> | undefined;

  override render() {
    const { scene, means } = this;
    if (!scene || !means || scene.dimension === 1) return nothing;
    const sorted = Object.entries(means).sort(([, a], [, b]) => b - a);
    if (sorted.length === 0) return nothing;
    const [largestName, largest] = sorted[0];
    return html`<figure>
      <figcaption>${WORDS.zone} <output>${wave(largestName)}: ${inDigits(largest, 3)}</output></figcaption>
      ${map(scene, means, largest)}
      <details><summary>${WORDS.table}</summary><table>
        <thead><tr><th scope="col">q</th><th scope="col">S(q)</th></tr></thead>
        <tbody>${sorted.slice(0, ROWS).map(([name, mean]) => html`<tr><td>${wave(name)}</td><td>${inDigits(mean, 4)}</td></tr>`)}</tbody>
      </table></details>
      <lab-save name="structure-factor" .columns=${() => ({ wave_vector: sorted.map(([name]) => wave(name)), mean: sorted.map(([, mean]) => mean) })}></lab-save>
    </figure>`;
  }
}

/** "structureFactor_4_4" as n = (4, 4). */
const wave = (name: string): string => `n = (${name.split('_').slice(1).join(', ')})`;

/** Of a lattice in space, the wave vectors with the q_z of the largest S(q) only. */
function map(scene: Scene, means: Readonly<Record<string, number>>, largest: number) {
  const { dimension } = scene;
  const points = Object.entries(scene.waves).flatMap(([name, all]) =>
    Array.from({ length: all.length / dimension }, (_, k) => ({
      q: all.slice(k * dimension, (k + 1) * dimension),
      mean: means[name],
    })),
  );
  const top = points.reduce((most, point) => (point.mean > most.mean ? point : most)).q;
  const shown = points.filter(({ q }) => dimension < 3 || Math.abs(q[2] - top[2]) < 1e-4);
  const [xs, ys] = [0, 1].map((c) => shown.map(({ q }) => q[c]));
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low];
  const size = Math.sqrt((width * height) / shown.length) * 1.15 || 1;
  return svg`<svg class="zone" viewBox="${left - size} ${-(low + height) - size} ${width + 2 * size} ${height + 2 * size}" aria-hidden="true">
    ${shown.map(({ q, mean }) => svg`<rect x=${q[0] - size / 2} y=${-q[1] - size / 2} width=${size} height=${size} fill=${heat(mean / largest)}></rect>`)}
  </svg>`;
}
