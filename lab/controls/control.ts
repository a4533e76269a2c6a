/** <lab-control>: one key of the spec, with what it may be. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import type { Control } from '../engine/controls.ts';

/** What a control tells the page: the text of the new value, or nothing for the default. */
export class Chosen extends Event {
  readonly key: string;
  readonly value: string | undefined;
  constructor(key: string, value: string | undefined) {
    super('chosen', { bubbles: true });
    this.key = key;
    this.value = value;
  }
}

export class LabControl extends LabElement {
  static override properties = { control: { attribute: false }, value: { attribute: false } };
  declare control: Control;
  declare value: string | undefined;

  override render() {
    const { key, description } = this.control;
    return html`<label title=${plain(description)}><span>${key}</span>${this.#field()}</label>${this.#hint()}`;
  }

  #field() {
    const { input, absent } = this.control;
    const shown = this.value ?? absent;
    if (input === 'flag')
      return html`<input type="checkbox" .checked=${shown === 'true'} @change=${(event: Event) => this.#choose(String(target(event).checked))}>`;
    if (typeof input === 'object' && input.isComplete)
      return html`<select @change=${(event: Event) => this.#choose(JSON.stringify(target(event).value))}>
        ${input.names.map((name) => html`<option ?selected=${JSON.stringify(name) === shown}>${name}</option>`)}
      </select>`;
    return html`<input type="text" spellcheck="false" inputmode=${input === 'number' ? 'decimal' : 'text'}
      .value=${this.value ?? ''} placeholder=${plain(absent).length <= FITTING ? plain(absent) : ''} aria-describedby=${this.#isHinted() ? hintOf(this.control) : nothing} @change=${(event: Event) => this.#choose(target(event).value.trim() || undefined)}>`;
  }

  /** What holds without a value, where that does not fit into the field. */
  #hint() {
    if (!this.#isHinted()) return nothing;
    return html`<p class="hint" id=${hintOf(this.control)}>${plain(this.control.absent)}</p>`;
  }

  #isHinted(): boolean {
    const { absent, input } = this.control;
    const isTyped = input !== 'flag' && !(typeof input === 'object' && input.isComplete);
    return isTyped && this.value === undefined && plain(absent).length > FITTING;
  }

  #choose(value: string | undefined) {
    this.dispatchEvent(new Chosen(this.control.key, value));
  }
}

/** Letters that a field has room for. */
const FITTING = 22;

/** Words of the declarations mark code as Markdown does. */
const plain = (words: string): string => words.replaceAll('`', '');

const hintOf = ({ key }: Control): string => `${key}-hint`;

const target = (event: Event): HTMLInputElement => event.target as HTMLInputElement;
