/** The base of all elements of the page: they draw into the page itself, so that one style sheet and every reader of screens reaches them. */
import { LitElement } from 'lit';

export abstract class LabElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
