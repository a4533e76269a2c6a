/** What all figures look like: fonts, colours, symbols. */
import type { Series } from './figure-spec.ts';

/** Shipped, see fonts.ts; Verdana has the same widths where a browser lacks it. */
export const FONT_FAMILY = 'DejaVu Sans, Verdana, sans-serif';
/** Font size in pixels. */
export const FONT_SIZE = 12;
export const INK = '#222222';
export const MUTED = '#5f6368';
export const FAINT = '#d5d8dc';

/** Colours that the colour-blind can distinguish too, yellow left out for its contrast: M. Okabe and K. Ito, Color Universal Design (2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond'] as const;

/** Colour of the series with this index; symbols distinguish what a print in grey does not. */
export const strokeOf = ({ inInk }: Series, index: number): string => (inInk ? INK : COLOURS[index % COLOURS.length]);
export const symbolOf = (index: number): (typeof SYMBOLS)[number] => SYMBOLS[index % SYMBOLS.length];

/** Outlines of the symbols around the origin, as large as those of Plot with a radius of 4 pixels. */
export const SYMBOL_PATHS = {
  circle: 'M4,0A4,4,0,1,1,-4,0A4,4,0,1,1,4,0Z',
  square: 'M-3.5,-3.5H3.5V3.5H-3.5Z',
  triangle: 'M0,-5L4.7,3H-4.7Z',
  diamond: 'M0,-5.5L3.2,0L0,5.5L-3.2,0Z',
} as const;

/** Radius in pixels of the dots of series in ink. */
export const DOT = 2.5;

/** Widths of letters of DejaVu Sans in units of its size, in classes: a little more than most need. */
const NARROW = /[ iljtfrI.,:;'|!()[\]/\u2009-]/;
const WIDE = /[mwMWQOGNDHU@%×=+<>±−→]/;

const letterWidth = (letter: string): number => (NARROW.test(letter) ? 0.38 : WIDE.test(letter) ? 0.84 : 0.63);

/** Width of a text in pixels, about. */
export function textWidth(text: string, size: number = FONT_SIZE): number {
  return size * [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
}

/** Lines no wider than so many pixels, broken at spaces. */
export function brokenLines(text: string, width: number, size: number = FONT_SIZE): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
