// Which names stand in the picture, and where: as many as have room, none over another.

const GAP = 3; // between a mark and its name, in pixels

/** Rectangles filed by the squares of a coarse grid, to ask quickly whether one is free. */
export class Boxes {
  constructor(square) {
    this.square = square;
    this.filed = new Map();
  }

  *squares(box) {
    for (let x = Math.floor(box.left / this.square); x <= box.right / this.square; x += 1) {
      for (let y = Math.floor(box.top / this.square); y <= box.bottom / this.square; y += 1) {
        yield `${x} ${y}`;
      }
    }
  }

  add(box) {
    for (const square of this.squares(box)) {
      if (!this.filed.has(square)) this.filed.set(square, []);
      this.filed.get(square).push(box);
    }
  }

  isFree(box) {
    for (const square of this.squares(box)) {
      const taken = this.filed.get(square) ?? [];
      if (taken.some((other) => other.owner !== box.owner && overlap(box, other))) return false;
    }
    return true;
  }
}

function overlap(one, other) {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

function isWithin(box, ground) {
  return box.left >= ground.left && box.right <= ground.right && box.top >= ground.top && box.bottom <= ground.bottom;
}

/**
 * Give each node of `order` the first free spot round its mark, or none; on a ground, within that.
 *
 * Everything is in pixels at the present zoom, with the origin of the layout; moving the picture
 * changes nothing, so that names stay where they are while it is dragged.
 */
export function placeLabels(order, marks, measure, ground = null) {
  const boxes = new Boxes(64);
  for (const mark of marks.values()) {
    boxes.add({
      left: mark.x - mark.radius, right: mark.x + mark.radius,
      top: mark.y - mark.radius, bottom: mark.y + mark.radius, owner: mark.node.id,
    });
  }
  const placed = new Map();
  for (const node of order) {
    const mark = marks.get(node.id);
    for (const lines of wordings(node)) {
      const { width, height } = measure(node, lines);
      const box = spots(mark, width, height).find((spot) => (ground === null || isWithin(spot, ground)) && boxes.isFree(spot));
      if (!box) continue;
      boxes.add({ ...box, owner: `label ${node.id}` });
      placed.set(node.id, { ...box, lines });
      break;
    }
  }
  return placed;
}

/** The label as it is drawn in print; without its last lines, or on one, where room is scarce. */
function wordings(node) {
  if (node.lines.length === 1) return [node.lines];
  const shorter = node.lines.length > 2 ? [node.lines.slice(0, 2)] : [];
  return [node.lines, ...shorter, [node.label]];
}

/** Below, where the layout keeps room for it, or else beside, above or aslant. */
function spots(mark, width, height) {
  const { x, y, node } = mark;
  const reach = mark.radius + GAP;
  const box = (left, top, align) => ({ left, right: left + width, top, bottom: top + height, align, owner: node.id });
  const right = box(x + reach, y - height / 2, "left");
  const left = box(x - reach - width, y - height / 2, "right");
  const below = box(x - width / 2, y + mark.radius + 1, "center");
  const above = box(x - width / 2, y - mark.radius - 1 - height, "center");
  const under = (share) => box(x - share * width, y + mark.radius + 1, "center");
  const over = (share) => box(x - share * width, y - mark.radius - 1 - height, "center");
  return [below, right, left, above, under(0.2), under(0.8), over(0.2), over(0.8)];
}

export function extent(marks, placed) {
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const stretch = (box) => {
    frame.left = Math.min(frame.left, box.left);
    frame.right = Math.max(frame.right, box.right);
    frame.top = Math.min(frame.top, box.top);
    frame.bottom = Math.max(frame.bottom, box.bottom);
  };
  for (const { x, y, radius } of marks.values()) {
    stretch({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  for (const box of placed.values()) stretch(box);
  return frame;
}
