/** A picture of the page as it is seen, as a PNG. */
import { drawSvg } from './draw-svg.ts';

/** Pixels of the file for one of the page, where a picture is made of lines. */
const SCALE = 2;

/** On the background of the page. Nothing where the browser cannot. */
export function pngOf(picture: SVGSVGElement | HTMLCanvasElement): Promise<Blob | null> {
  const isDrawn = picture instanceof HTMLCanvasElement;
  const { width, height } = isDrawn ? picture : picture.getBoundingClientRect();
  const scale = isDrawn ? 1 : SCALE;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(scale * width), Math.round(scale * height)];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper');
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (isDrawn) context.drawImage(picture, 0, 0);
  else drawSvg(picture, context, scale);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
