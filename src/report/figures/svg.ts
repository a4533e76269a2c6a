/** SVG as text. */
import { FONT_FAMILY, FONT_SIZE, INK } from './appearance.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML and HTML, attributes included. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

type Attributes = Readonly<Record<string, string | number>>;

/** An element as text, `<name a="1">inner</name>`; `inner` is markup. Numbers are rounded to a thousandth of a pixel. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(text(value))}"`);
  return inner === '' ? `<${name}${all.join('')}/>` : `<${name}${all.join('')}>${inner}</${name}>`;
}

const text = (value: string | number): string => (typeof value === 'number' ? String(+value.toFixed(3)) : value);

/** Lines of text below each other, the baseline of the first one at y. */
export function textLines(lines: readonly string[], x: number, y: number, lineHeight: number, more: Attributes = {}) {
  return lines.map((line, k) => element('text', { x, y: y + k * lineHeight, ...more }, escaped(line))).join('');
}

/** A complete document with a white background, `label` for screen readers. */
export function svgDocument(width: number, height: number, label: string, inner: string): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${+width.toFixed(3)} ${+height.toFixed(3)}`,
      'font-family': FONT_FAMILY,
      'font-size': FONT_SIZE,
      fill: INK,
      role: 'img',
      'aria-label': label,
    },
    `${element('rect', { width, height, fill: '#ffffff' })}${inner}`,
  );
}
