/** SVG to PNG with fonts of our own, so that every machine draws the same. */
import { createRequire } from 'node:module';

const { Resvg } = await import('@resvg/resvg-js');
const { resolve } = createRequire(import.meta.url);
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/** Pixels of the PNG per pixel of the SVG: sharp on dense screens. */
const SCALE = 2;

/** The PNG of `svg`, a document. Throws when it is not well formed. */
export function toPng(svg: string): Uint8Array {
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: SCALE } }).render().asPng();
}
