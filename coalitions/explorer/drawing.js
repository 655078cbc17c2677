// The two networks: vis-network holds, moves and finds the marks; what they look like, we draw.

const MARGIN = 14; // pixels kept free round the whole picture with its names
const BUTTONS = 32; // pixels that those for the zoom have to themselves on a narrow stage
const FINGER = 16; // a click this near to a mark means it

const stage = document.getElementById("network");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** What the reader does with the picture and what is not worth remembering. */
const pointer = { hovered: null };
const camera = { moved: 0, touched: false };

const network = new vis.Network(
  stage,
  {
    nodes: new vis.DataSet([...signatories, ...statements].map((node) => ({
      id: node.id, x: node.x, y: node.y, shape: "dot", size: node.size / 2,
    }))),
    // Lines are drawn in bundles: one by one, thousands of them would hold up every frame.
    edges: new vis.DataSet([]),
  },
  corpus.options,
);

/** Where each mark stands in each network; a mark that is dragged stays there, in that view. */
const homes = {
  network: nodes.map(({ x, y }) => ({ x, y })),
  cosigning: nodes.map(({ x, y, cosigning }) => (cosigning ? { x: cosigning[0], y: cosigning[1] } : { x, y })),
};
let places = homes;
let placedFor = null; // the state's `moved` that `places` stands for
let standing = "network"; // the view whose places the marks have now

function placeOf(id) {
  return network.body.nodes[id];
}

/** Where the reader has put marks; all others stay at home. True where that is news. */
function takeMoved() {
  if (placedFor === state.moved) return false;
  placedFor = state.moved;
  places = Object.fromEntries(Object.entries(homes).map(([view, list]) => [view, list.map((home, id) => state.moved[view].get(id) ?? home)]));
  standing = null;
  camera.moved += 1;
  return true;
}

/** Take the places of a view, and let nothing but its marks be seen and touched. */
function takePlaces() {
  const view = places[state.view] ? state.view : "network";
  const list = [];
  for (const node of [...signatories, ...statements]) {
    const mark = network.body.nodes[node.id];
    if (view !== standing) Object.assign(mark, places[view][node.id]);
    mark.options.hidden = !hasMark(node);
    if (!mark.options.hidden) list.push(node.id);
  }
  standing = view;
  network.body.nodeIndices = list;
}

/** Whole units are near enough, and short in the address. */
function keepPlaces(ids) {
  const moved = new Map(state.moved[standing]);
  for (const id of ids) moved.set(id, { x: Math.round(placeOf(id).x), y: Math.round(placeOf(id).y) });
  state.moved = { ...state.moved, [standing]: moved };
}

/** Where a mark stands: in the co-signing network, or else in the network of statements. */
function savedPlace(node) {
  return places[state.view === "cosigning" ? "cosigning" : "network"][node.id];
}

// To vis-network a mark is only a place that can be pointed at and dragged: its own way to draw
// thousands of them would take a third of a frame, for nothing.
network.renderer._drawNodes = () => ({ drawExternalLabels: () => {} });

network.on("afterDrawing", (ctx) => {
  if (stage.hidden) return;
  drawNetwork(ctx, network.getScale(), drawLines);
});

function drawNetwork(ctx, scale, lines) {
  const lifted = focus();
  lines(ctx);
  if (lifted) drawLiftedLines(ctx, lifted, scale);
  const crowded = network.body.nodeIndices.length >= BUSY;
  for (const id of network.body.nodeIndices) {
    const node = nodes[id];
    const { x, y, shape } = placeOf(id);
    const radius = radiusOf(node, scale);
    Object.assign(shape, { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius });
    const mark = { x, y, radius, scale, faint: lifted !== null && !lifted.lit.has(id), crowded };
    drawMark(ctx, node, mark);
    if (id === state.selected || id === pointer.hovered) drawRing(ctx, node, mark);
  }
  drawLabels(ctx, scale, lifted);
}

function showAll() {
  const view = stage.clientWidth ? wholeView(stage.clientWidth, stage.clientHeight) : null;
  if (view === null) return;
  network.moveTo({ ...view, animation: false });
  camera.touched = false;
}

/** The view of the whole picture with its names, which keep their size: closer and closer, then all in. */
function wholeView(width, height) {
  if (network.body.nodeIndices.length === 0) return null;
  const ctx = document.createElement("canvas").getContext("2d");
  const foot = isNarrow() ? BUTTONS : 0;
  const room = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - foot };
  let scale = 1;
  let frame = null;
  for (let round = 0; round < 12; round += 1) {
    frame = extent(marksAt(scale), labelsAt(ctx, scale));
    const fit = Math.min(room.width / (frame.right - frame.left), room.height / (frame.bottom - frame.top));
    // Nearer, other names find room; so the last rounds only ever step back.
    if (round >= 4 && fit >= 1) break;
    scale = Math.min(Math.max(scale * (round < 4 ? fit : 0.985 * fit), 0.05), 3);
  }
  return { position: { x: (frame.left + frame.right) / 2 / scale, y: (frame.top + frame.bottom + foot) / 2 / scale }, scale };
}

function extent(marks, placed) {
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

function moveTo(options) {
  camera.touched = true;
  network.moveTo({ ...options, animation: still.matches ? false : { duration: 150, easingFunction: "easeInOutQuad" } });
}

function zoomBy(factor) {
  moveTo({ scale: network.getScale() * factor });
}

function centreOn(id) {
  const { x, y } = placeOf(id);
  moveTo({ position: { x, y } });
}

function isInView(id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  return x > MARGIN && y > MARGIN && x < stage.clientWidth - MARGIN && y < stage.clientHeight - MARGIN;
}

/** The mark under a point of the stage, or the nearest within a finger's breadth. */
function nodeNear(point) {
  const exact = network.getNodeAt(point);
  if (exact !== undefined) return exact;
  const scale = network.getScale();
  const at = network.DOMtoCanvas(point);
  let best = null;
  let least = FINGER / scale;
  for (const id of network.body.nodeIndices) {
    const { x, y } = placeOf(id);
    const distance = Math.hypot(x - at.x, y - at.y) - radiusOf(nodes[id], scale);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

/** The nearest mark in a direction: straight ahead counts for more than near at hand. */
function neighbourTowards(id, dx, dy) {
  const from = placeOf(id);
  let best = null;
  let least = Infinity;
  for (const other of network.body.nodeIndices) {
    const at = placeOf(other);
    const ahead = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const aside = Math.abs((at.x - from.x) * dy - (at.y - from.y) * dx);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    if (ahead + 2 * aside < least) [best, least] = [other, ahead + 2 * aside];
  }
  return best;
}
