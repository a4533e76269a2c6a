/** SVG to PNG with fonts of our own, so that every machine draws the same. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold'];

/** Pixels of the PNG per pixel of the SVG: sharp on dense screens. */
const SCALE = 2;

/** The PNG of `svg`, a document. Throws when it is not well formed. */
export function toPng(svg: string): Uint8Array {
  const { Resvg }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js');
  const fontFiles = FONTS.map((name) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: SCALE } }).render().asPng();
}
