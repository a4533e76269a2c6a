/** <lab-continue>: the chain as a file, with which the command line goes on. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import type { KeptChain } from '../engine/record.ts';
import { download } from '../state/download.ts';
import { WORDS } from '../words.ts';

const FILE = 'lab-chain.json';

export class LabContinue extends LabElement {
  static override properties = { save: { attribute: false }, obstacle: { type: String }, saved: { state: true } };
  declare save: () => Promise<KeptChain | undefined>;
  /** Why there is no chain to go on with; none where there is one. */
  declare obstacle: string | undefined;
  /** Samples in the file that was saved last. */
  declare saved: number | undefined;

  override render() {
    return html`<button type="button" ?disabled=${this.obstacle !== undefined} title=${this.obstacle ?? ''} @click=${this.#keep}>${WORDS.continueElsewhere}</button>
      ${this.saved === undefined ? nothing : html`<p role="status">${WORDS.chainSaved(this.saved)} <code>spinformer run ${FILE}</code></p>`}`;
  }

  #keep = async () => {
    const chain = await this.save();
    this.saved = chain?.samples;
    if (chain) download(FILE, new Blob([chain.text], { type: 'application/json' }));
  };
}
