/** Spins as arrows in the plane of the paper, where a browser cannot draw in space: discs for those that point out of it. */
import { directionColour } from './direction-colour.ts';
import type { SpinsPicture } from './spins-picture.ts';

const MARGIN = 0.7;

export function spinsFlat(canvas: HTMLCanvasElement, positions: Float32Array): SpinsPicture {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const project = projection(positions);
  const colour = new Float32Array(3);
  let latest: Float32Array | undefined;
  let isMoved = true;
  const draw = (spins: Float32Array) => {
    const { width, height } = canvas;
    context.clearRect(0, 0, width, height);
    const scale = Math.min(width / (project.width + 2 * MARGIN), height / (project.height + 2 * MARGIN));
    for (let i = 0; i < positions.length / 3; i++) {
      const [x, y, z] = spins.subarray(3 * i, 3 * i + 3);
      if (x === 0 && y === 0 && z === 0) continue;
      directionColour(x, y, z, colour, 0);
      const place = [(project.x(i) + MARGIN) * scale, height - (project.y(i) + MARGIN) * scale];
      arrow(context, place, [x * scale * 0.42, -y * scale * 0.42], scale * 0.09, rgb(colour));
    }
  };
  return {
    show(spins) {
      latest = spins ?? latest;
      if ((!spins && !isMoved) || !latest) return;
      isMoved = false;
      draw(latest);
    },
    redraw() {
      if (latest) draw(latest);
    },
    resize(width, height) {
      const sharpness = window.devicePixelRatio;
      [canvas.width, canvas.height] = [width * sharpness, height * sharpness];
      isMoved = true;
    },
    dispose: () => {},
  };
}

/** Layers of a lattice in space are drawn a little beside each other. */
function projection(positions: Float32Array) {
  const places = Array.from({ length: positions.length / 3 }, (_, i) => [
    positions[3 * i] + 0.35 * positions[3 * i + 2],
    positions[3 * i + 1] + 0.25 * positions[3 * i + 2],
  ]);
  const extent = (c: number) => places.map((place) => place[c]);
  const [left, bottom] = [Math.min(...extent(0)), Math.min(...extent(1))];
  return {
    width: Math.max(...extent(0)) - left,
    height: Math.max(...extent(1)) - bottom,
    x: (i: number) => places[i][0] - left,
    y: (i: number) => places[i][1] - bottom,
  };
}

const rgb = (colour: Float32Array): string => `rgb(${[...colour].map((value) => Math.round(255 * value)).join(' ')})`;

function arrow(
  context: CanvasRenderingContext2D,
  [x, y]: number[],
  [dx, dy]: number[],
  size: number,
  fill: string,
): void {
  context.strokeStyle = fill;
  context.fillStyle = fill;
  context.lineWidth = size * 0.8;
  context.beginPath();
  context.moveTo(x - dx, y - dy);
  context.lineTo(x + dx, y + dy);
  context.stroke();
  context.beginPath();
  context.arc(x + dx, y + dy, size, 0, 2 * Math.PI);
  context.fill();
}
