/** The root of an increasing function. */

/** Far more steps than a double has bits. */
const MOST_STEPS = 200;

/** A point of the function. `weight`: its value as false position counts it. */
interface Point {
  readonly x: number;
  readonly value: number;
  readonly weight: number;
}

/**
 * Where an increasing function changes its sign, to `tolerance` in its value or to the last bit of its argument: false position, with the end that stays counted half
 * (Illinois algorithm; M. Dowell and P. Jarratt, BIT 11, 168 (1971)). `start`, `step`: where to look first, and how much further then.
 */
export function increasingRoot(f: (x: number) => number, start: number, step: number, tolerance: number): number {
  const at = (x: number): Point => {
    const value = f(x);
    return { x, value, weight: value };
  };
  const isRoot = ({ value }: Point) => Math.abs(value) <= tolerance;
  let [low, high] = bracketed(at, start, step);
  for (const end of [low, high]) if (isRoot(end)) return end.x;
  for (let k = 0; k < MOST_STEPS; k++) {
    const point = at((low.x * high.weight - high.x * low.weight) / (high.weight - low.weight));
    if (isRoot(point) || !(point.x > low.x && point.x < high.x)) return point.x;
    const isBelow = point.value < 0;
    const stays = halved(isBelow ? high : low);
    [low, high] = isBelow ? [point, stays] : [stays, point];
  }
  return (low.x + high.x) / 2;
}

const halved = (point: Point): Point => ({ ...point, weight: point.weight / 2 });

function bracketed(at: (x: number) => Point, start: number, step: number): [Point, Point] {
  const first = at(start);
  let [low, high] = [first, first];
  for (let width = step; low.value > 0; width *= 2) [low, high] = [at(low.x - width), low];
  for (let width = step; high.value < 0; width *= 2) [low, high] = [high, at(high.x + width)];
  return [low, high];
}
