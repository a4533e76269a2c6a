/** Light or dark: what the system prefers, until the reader chooses; the choice is kept in this browser. */

export type Look = 'light' | 'dark';

const KEPT_AS = 'spinformer-look';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** Tells the page that its colours have changed. */
export const LOOK_CHANGED = 'look-changed';

/** The look that has been chosen here; storage may be forbidden, or hold anything. */
function chosen(): Look | undefined {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const look = (): Look => chosen() ?? (prefersDark.matches ? 'dark' : 'light');

export function chooseLook(wanted: Look): void {
  try {
    localStorage.setItem(KEPT_AS, wanted);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
  apply(wanted);
}

/** Gives the page its look, now and whenever the system changes its own. */
export function followLook(): void {
  apply(look());
  prefersDark.addEventListener('change', () => apply(look()));
}

function apply(wanted: Look): void {
  document.documentElement.dataset.look = wanted;
  window.dispatchEvent(new Event(LOOK_CHANGED));
}
