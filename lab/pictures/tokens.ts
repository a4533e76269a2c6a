/** The colours of the style sheet, for what is drawn on a canvas. */

export interface Tokens {
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly band: string;
  readonly grid: string;
}

export function tokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { ink: of('ink'), faint: of('faint'), line: of('line'), band: of('band'), grid: of('grid') };
}
