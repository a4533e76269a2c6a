/** Draws docs/images/architecture.svg, the rooms of src/ and what they import, from the imports: `node scripts/architecture-picture.ts`. */
import { writeFileSync } from 'node:fs';
import { FAINT, INK, MUTED } from '../src/report/figures/appearance.ts';
import { element, svgDocument, textLines } from '../src/report/figures/svg.ts';
import { importsOfSources } from '../test/architecture/imports.ts';
import { FIRST_OF_NODE, ROOMS } from '../test/architecture/rooms.ts';
import { reduced, roomImports } from './architecture/room-imports.ts';

const ROW = 30;
const BOX = { left: 150, width: 150, height: 20 };
/** Room above the first box and below the last. */
const EDGE = 16;
const ARROW = { stroke: '#0072b2', fill: 'none', 'stroke-width': 1.4, 'marker-end': 'url(#tip)' };
const TIP = element('path', { d: 'M0,0L8,4L0,8Z', fill: ARROW.stroke });
const MARKER = { id: 'tip', markerWidth: 8, markerHeight: 8, refX: 7, refY: 4, orient: 'auto' };
const DEFINITIONS = element('defs', {}, element('marker', { ...MARKER, markerUnits: 'userSpaceOnUse' }, TIP));

const centreOf = (row: number): number => EDGE + ROW * row + ROW / 2;
const right = BOX.left + BOX.width;
/** Where the handles of an arc over so many rows are; the arc itself goes three quarters of the way. */
const bendOf = (rows: number): number => right + 32 * Math.sqrt(rows);
const WIDTH = Math.ceil(right + 0.75 * (bendOf(ROOMS.length) - right)) + EDGE;

export function architecturePicture(): string {
  const graph = reduced(roomImports(importsOfSources(), ROOMS));
  const arrows = [...graph].flatMap(([room, imported]) =>
    [...imported].map((other) => arrow(ROOMS.indexOf(room), ROOMS.indexOf(other))),
  );
  const parts = [DEFINITIONS, ...halves(), ...arrows, ...ROOMS.map(box)];
  return `${svgDocument(WIDTH, 2 * EDGE + ROW * ROOMS.length, 'The rooms of src/ and what they import', parts.join(''))}\n`;
}

function box(room: string, row: number): string {
  const [y, x] = [centreOf(row), BOX.left];
  const frame = { x, y: y - BOX.height / 2, width: BOX.width, height: BOX.height, rx: 4, stroke: INK, fill: '#ffffff' };
  const name = { 'text-anchor': 'middle', fill: INK };
  return element('rect', frame) + textLines([room], x + BOX.width / 2, y + 4, 0, name);
}

/** From the room that imports to the one above it that is imported: straight to the neighbour, else around what lies between. */
function arrow(from: number, to: number): string {
  const rows = from - to;
  if (rows === 1) {
    const x = BOX.left + BOX.width / 2;
    return element('path', {
      ...ARROW,
      d: `M${x},${centreOf(from) - BOX.height / 2}V${centreOf(to) + BOX.height / 2}`,
    });
  }
  const [y1, y2, bend] = [centreOf(from) - 4, centreOf(to) + 4, bendOf(rows)];
  return element('path', { ...ARROW, d: `M${right},${y1}C${bend},${y1} ${bend},${y2} ${right},${y2}` });
}

/** What browsers run, and what needs Node. */
function halves(): string[] {
  const first = ROOMS.indexOf(FIRST_OF_NODE);
  const border = EDGE + ROW * first;
  const line = { x1: 12, x2: WIDTH - 12, y1: border, y2: border, stroke: FAINT, 'stroke-dasharray': '4 3' };
  const words = (lines: readonly string[], y: number) => textLines(lines, 12, y, 16, { fill: MUTED });
  return [
    element('line', line),
    words(['Node and browsers,', 'bit-reproducible'], border - 28),
    words(['Node'], border + 20),
  ];
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/images/architecture.svg', import.meta.url), architecturePicture());
}
