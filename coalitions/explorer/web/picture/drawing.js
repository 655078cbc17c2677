// The two networks: what their marks look like, and how near one is to them.

import { nodes } from "../model/data.js";
import { pointer, state } from "../model/state.js";
import { focus } from "../model/shown.js";
import { drawMark, drawRing, radiusOf } from "./marks.js";
import { extent } from "./labels.js";
import { paint } from "./paint.js";
import { camera, network, placeOf, stage, still } from "./stage.js";
import { BUSY, drawLabels, isNarrow, labelsAt, marksAt } from "./names.js";
import { drawLiftedLines, drawLines, presentBundles, strokeLines } from "./lines.js";

const MARGIN = 14; // pixels kept free round the whole picture with its names
const BUTTONS = 32; // pixels that those for the zoom have to themselves on a narrow stage
const CLEAR = 4; // pixels between these and what stands above them on a wide one
const FINGER = 16; // a click this near to a mark means it

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

/** The network as it is seen through a window: where its middle is, and how near. */
export function drawStage(ctx, { width, height, position, scale }) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.clip();
  ctx.translate(width / 2, height / 2);
  ctx.scale(scale, scale);
  ctx.translate(-position.x, -position.y);
  drawNetwork(ctx, scale, (surface) => strokeLines(surface, presentBundles().list));
  ctx.restore();
}

export function showAll() {
  const view = stage.clientWidth ? wholeView(stage.clientWidth, stage.clientHeight) : null;
  if (view === null) return;
  network.moveTo({ ...view, animation: false });
  camera.touched = false;
}

/** The view of the whole picture with its names; nothing stands behind the buttons for the zoom. */
export function wholeView(width, height) {
  if (network.body.nodeIndices.length === 0) return null;
  if (isNarrow()) return fittedView(width, height, BUTTONS);
  const view = fittedView(width, height, 0);
  const buttons = paint.printing ? null : document.getElementById("zoom");
  if (!buttons?.offsetParent || !isBehind(buttons, view, width, height)) return view;
  return fittedView(width, height, Math.max(0, height - buttons.offsetTop + CLEAR - MARGIN));
}

/** Whether a mark or a name of a view stands behind the buttons, in the corner on the right. */
function isBehind(buttons, { position, scale }, width, height) {
  const ctx = document.createElement("canvas").getContext("2d");
  const left = buttons.offsetLeft - CLEAR - width / 2 + position.x * scale;
  const top = buttons.offsetTop - CLEAR - height / 2 + position.y * scale;
  const marks = [...marksAt(scale).values()].map(({ x, y, radius }) => ({ right: x + radius, bottom: y + radius }));
  return [...marks, ...labelsAt(ctx, scale).values()].some((box) => box.right > left && box.bottom > top);
}

/** The view with so many pixels free at its foot. Names keep their size: closer and closer, then all in. */
function fittedView(width, height, foot) {
  const ctx = document.createElement("canvas").getContext("2d");
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

function moveTo(options) {
  camera.touched = true;
  network.moveTo({ ...options, animation: still.matches ? false : { duration: 150, easingFunction: "easeInOutQuad" } });
}

export function zoomBy(factor) {
  moveTo({ scale: network.getScale() * factor });
}

export function centreOn(id) {
  const { x, y } = placeOf(id);
  moveTo({ position: { x, y } });
}

export function isInView(id, margin = MARGIN) {
  const { x, y } = network.canvasToDOM(placeOf(id));
  return x > margin && y > margin && x < stage.clientWidth - margin && y < stage.clientHeight - margin;
}

/** The mark under a point of the stage, or the nearest within a finger's breadth. */
export function nodeNear(point) {
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
export function neighbourTowards(id, dx, dy) {
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
