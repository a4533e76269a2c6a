/** <lab-acceptance>: how often the exact weight accepts, and how often it should for a Gaussian residual, side by side. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import { WORDS } from '../words.ts';
import { WIDTH } from './plot.ts';

/** Where bars begin and end, and how high a row is. */
const [LEFT, RIGHT, ROW] = [130, 280, 18];

export class LabAcceptance extends LabElement {
  static override properties = { measured: { type: Number }, predicted: { type: Number } };
  declare measured: number | undefined;
  declare predicted: number | undefined;

  override render() {
    const shares = this.#shares();
    if (shares.length === 0) return nothing;
    return html`<figure>
      <figcaption>${WORDS.acceptance}</figcaption>
      <svg viewBox="0 0 ${WIDTH} ${ROW * shares.length}" role="img" aria-label=${shares.map(inWords).join('; ')}>${shares.map(bar)}</svg>
      <lab-save name="acceptance" .columns=${() => columns(shares)}></lab-save>
    </figure>`;
  }

  #shares(): Share[] {
    const { measured, predicted } = this;
    if (measured === undefined) return [];
    const known: Share = { kind: 'measured', name: WORDS.measured, share: measured };
    return predicted === undefined ? [known] : [known, { kind: 'predicted', name: WORDS.predicted, share: predicted }];
  }
}

interface Share {
  readonly kind: 'measured' | 'predicted';
  readonly name: string;
  readonly share: number;
}

const inWords = ({ name, share }: Share): string => `${name}: ${share.toFixed(3)}`;

const bar = ({ kind, name, share }: Share, row: number) => svg`<g>
  <text x="0" y=${ROW * row + 13}>${name}</text>
  <rect class="empty" x=${LEFT} y=${ROW * row + 4} width=${RIGHT - LEFT} height="10"></rect>
  <rect class=${kind} x=${LEFT} y=${ROW * row + 4} width=${share * (RIGHT - LEFT)} height="10"></rect>
  <text x=${WIDTH} y=${ROW * row + 13} text-anchor="end">${share.toFixed(3)}</text>
</g>`;

const columns = (shares: readonly Share[]) => ({
  quantity: shares.map(({ kind }) => kind),
  acceptance: shares.map(({ share }) => share),
});
