export interface Point {
  x: number;
  y: number;
}

/** An edge as it is drawn: a quadratic curve between two points, straight where `bend` is 0. */
export interface Line {
  key: string;
  from: Point;
  to: Point;
  bend: number;
}

const REACH = 7;
const PIECES = 12;

function distanceToPiece(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

/** The point that a curve bends towards, as its program has it. */
export const controlOf = ({ from, to, bend }: Omit<Line, "key">): Point => ({
  x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
  y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
});

function distanceTo(at: Point, line: Line): number {
  if (line.bend === 0) return distanceToPiece(at, line.from, line.to);
  const control = controlOf(line);
  const pointAt = (t: number): Point => ({
    x: (1 - t) ** 2 * line.from.x + 2 * t * (1 - t) * control.x + t ** 2 * line.to.x,
    y: (1 - t) ** 2 * line.from.y + 2 * t * (1 - t) * control.y + t ** 2 * line.to.y,
  });
  let least = Infinity;
  for (let i = 0; i < PIECES; i += 1) {
    least = Math.min(least, distanceToPiece(at, pointAt(i / PIECES), pointAt((i + 1) / PIECES)));
  }
  return least;
}

/**
 * The edge nearest to a point, within the reach of a finger. sigma would draw every edge a second time, in a colour that
 * tells it, with each frame; to compute the distances of a click costs less than that, and thin lines are easier to hit.
 */
export function edgeAt(at: Point, lines: Iterable<Line>): string | null {
  let nearest: string | null = null;
  let least = REACH;
  for (const line of lines) {
    const slack = least + Math.abs(line.bend) * (Math.abs(line.to.x - line.from.x) + Math.abs(line.to.y - line.from.y));
    const isFar =
      at.x < Math.min(line.from.x, line.to.x) - slack ||
      at.x > Math.max(line.from.x, line.to.x) + slack ||
      at.y < Math.min(line.from.y, line.to.y) - slack ||
      at.y > Math.max(line.from.y, line.to.y) + slack;
    if (isFar) continue;
    const distance = distanceTo(at, line);
    if (distance < least) {
      least = distance;
      nearest = line.key;
    }
  }
  return nearest;
}
