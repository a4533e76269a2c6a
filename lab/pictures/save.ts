/** <lab-save>: the picture beside it and its numbers, as files. */
import { html } from 'lit';
import { LabElement } from '../element.ts';
import { download } from '../state/download.ts';
import { WORDS } from '../words.ts';
import { type Columns, csvOf } from './columns.ts';
import { pngOf } from './still.ts';

export class LabSave extends LabElement {
  static override properties = { name: { type: String }, columns: { attribute: false }, redraw: { attribute: false } };
  /** Of the files, without their endings. */
  declare name: string;
  declare columns: () => Columns;
  /** Draws the picture anew, where a canvas keeps nothing of what it has shown. */
  declare redraw: (() => void) | undefined;

  override render() {
    return html`<details><summary aria-label=${`${WORDS.save}: ${this.name}`}>${WORDS.save}</summary>
      <button type="button" @click=${this.#picture}>PNG</button>
      <button type="button" @click=${this.#numbers}>CSV</button></details>`;
  }

  #picture = async () => {
    const picture = this.parentElement?.querySelector<SVGSVGElement | HTMLCanvasElement>('svg, canvas');
    this.redraw?.();
    const png = picture && (await pngOf(picture));
    if (png) download(`${this.name}.png`, png);
  };

  #numbers = () => download(`${this.name}.csv`, new Blob([csvOf(this.columns())], { type: 'text/csv' }));
}
