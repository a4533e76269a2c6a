/** <lab-bars>: numbers with their errors beside each other. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { Running } from '../engine/frame.ts';
import { ticks } from '../pictures/plot.ts';
import { withError } from '../pictures/with-error.ts';
import { WORDS } from '../words.ts';
import type { Bar, Bars } from './step.ts';

/** In units of the picture, which scales with its column. */
const [WIDTH, ROW, LEFT, RIGHT, TOP, BOTTOM] = [420, 24, 122, 74, 14, 20];
const THICK = 12;

export class LabBars extends LabElement {
  static override properties = { drawn: { attribute: false }, predicted: { type: Number } };
  declare drawn: Bars;
  /** What the reader expects of the last bar, where it is a number. */
  declare predicted: number | undefined;

  override render() {
    const { name, bars, mark } = this.drawn;
    if (bars.length === 0) return nothing;
    const x = scale(this.drawn, this.predicted);
    const bottom = TOP + ROW * bars.length;
    return html`<figure>
      <figcaption>${name}</figcaption>
      <svg class="bars" viewBox="0 0 ${WIDTH} ${bottom + BOTTOM}" aria-hidden="true">
        ${x.ticks.map(
          (value) => svg`<line class="grid" x1=${x.at(value)} x2=${x.at(value)} y1=${TOP} y2=${bottom}></line>
            <text x=${x.at(value)} y=${bottom + 14} text-anchor="middle">${String(value)}</text>`,
        )}
        ${bars.map((bar, k) => drawnBar(bar, x.at, TOP + ROW * (k + 0.5)))}
        ${mark ? marked('mark', x.at(mark.value), bottom, mark.words) : nothing}
        ${this.predicted === undefined ? nothing : marked('expected', x.at(this.predicted), bottom, WORDS.yourPrediction)}
      </svg>
      <details><summary>${WORDS.table}</summary><table>
        <thead><tr><th scope="col">${WORDS.chain}</th><th scope="col">${name}</th></tr></thead>
        <tbody>${bars.map((bar) => html`<tr><td>${bar.name}</td><td>${withError(bar.value)}</td></tr>`)}</tbody>
      </table></details>
    </figure>`;
  }
}

/** From 0 to the largest end of an error bar, or further where something is marked there. */
function scale({ bars, most, mark }: Bars, predicted = 0) {
  const ends = bars.map(({ value }) => end(value)).filter(Number.isFinite);
  const to = most ?? (Math.max(...ends, predicted, mark?.value ?? 0) * 1.05 || 1);
  return {
    ticks: ticks({ from: 0, to }).map((value) => Number(value.toPrecision(6))),
    at: (value: number) => LEFT + (Math.min(Math.max(value / to, 0), 1) || 0) * (WIDTH - LEFT - RIGHT),
  };
}

const end = ({ mean, error = 0 }: Running): number => mean + error;

function drawnBar({ name, value }: Bar, at: (value: number) => number, y: number) {
  const { mean, error = 0 } = value;
  return svg`<g>
    <text class="name" x=${LEFT - 6} y=${y + 4} text-anchor="end">${name}</text>
    <rect class="measured" x=${LEFT} y=${y - THICK / 2} width=${at(mean) - LEFT} height=${THICK}></rect>
    <path class="error" d="M${at(mean - error)},${y}H${at(mean + error)}m0,-4v8M${at(mean - error)},${y - 4}v8"></path>
    <text class="name" x=${WIDTH - RIGHT + 6} y=${y + 4}>${withError(value)}</text>
  </g>`;
}

const marked = (kind: string, x: number, bottom: number, words: string) =>
  svg`<line class=${kind} x1=${x} x2=${x} y1=${TOP} y2=${bottom}></line>
    <text class=${kind} x=${x} y=${TOP - 4} text-anchor="middle">${words}</text>`;
