// The lines between marks: drawn in bundles, and where they are many, kept as a picture.

import { nodes } from "../model/data.js";
import { asked, presentView } from "../model/state.js";
import { redraw, REST } from "../model/change.js";
import { hasMark, neighbours, shown } from "../model/shown.js";
import { colourOf, paint } from "./paint.js";
import { camera, placeOf } from "./stage.js";

const AT_ONCE = 500; // of many lines, drawn while the picture changes
const MANY = 3000; // lines that are drawn anew with every frame; more are thinned until the hand rests

const layer = { canvas: document.createElement("canvas"), key: "", timer: 0 };

let bundles = { version: null, list: [], lines: 0 };

export function presentBundles() {
  if (bundles.version !== shown.version) {
    const list = presentView().ties.bundles();
    bundles = { version: shown.version, list, lines: list.reduce((sum, { pairs }) => sum + pairs.length / 2, 0) };
  }
  return bundles;
}

/** Stroke every n-th line of each bundle. */
export function strokeLines(ctx, list, every = 1) {
  ctx.save();
  ctx.strokeStyle = paint.edge;
  for (const { pairs, width, opacity, dash = [] } of list) {
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.globalAlpha = Math.min(1, opacity * Math.sqrt(every));
    ctx.beginPath();
    for (let place = 0; place < pairs.length; place += 2 * every) {
      const [one, other] = [placeOf(pairs[place]), placeOf(pairs[place + 1])];
      ctx.moveTo(one.x, one.y);
      ctx.lineTo(other.x, other.y);
    }
    ctx.stroke();
  }
  ctx.restore();
}

/** Few lines are drawn as they are; of many, a part at once and all of them when the hand rests. */
export function drawLines(ctx) {
  const { list, lines } = presentBundles();
  if (lines <= MANY) return strokeLines(ctx, list);
  const matrix = ctx.getTransform();
  const key = [matrix.toString(), shown.version, camera.moved, paint.dark, ctx.canvas.width, ctx.canvas.height].join(" ");
  if (layer.key === "") keepLines(matrix, key, ctx.canvas); // the first picture is whole
  if (layer.key !== key) {
    strokeLines(ctx, list, Math.ceil(lines / AT_ONCE));
    clearTimeout(layer.timer);
    layer.timer = setTimeout(() => {
      keepLines(matrix, key, ctx.canvas);
      redraw();
    }, REST);
    return;
  }
  ctx.save();
  ctx.resetTransform();
  ctx.drawImage(layer.canvas, 0, 0);
  ctx.restore();
}

function keepLines(matrix, key, { width, height }) {
  Object.assign(layer.canvas, { width, height });
  const ctx = layer.canvas.getContext("2d");
  ctx.setTransform(matrix);
  strokeLines(ctx, presentBundles().list);
  layer.key = key;
}

/** The lines that are meant, darker, in the colour of what they lead from. */
export function drawLiftedLines(ctx, lifted, scale) {
  if (lifted.centre === null && presentView().ties.isOfOneKind) return drawLinesAmong(ctx, lifted.lit, scale);
  const from = lifted.centre === null ? asked("signed").map((one) => one.id) : [lifted.centre];
  ctx.save();
  ctx.globalAlpha = 0.85;
  ctx.lineWidth = 1.4 / Math.max(scale, 0.8);
  for (const id of from) {
    if (!hasMark(nodes[id])) continue;
    for (const other of neighbours(id)) {
      if (!lifted.lit.has(other) || !hasMark(nodes[other])) continue;
      ctx.strokeStyle = colourOf(nodes[other].kind === "statement" ? nodes[other] : nodes[id]);
      ctx.setLineDash(presentView().ties.isDashed?.(id, other) ? [4, 3] : []);
      ctx.beginPath();
      ctx.moveTo(placeOf(id).x, placeOf(id).y);
      ctx.lineTo(placeOf(other).x, placeOf(other).y);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** The lines among those who match, darker; the more there are, the thinner, lest they hide whom they join. */
function drawLinesAmong(ctx, lit, scale) {
  const list = presentBundles().list.map(({ pairs, width, dash }) => {
    const among = [];
    for (let place = 0; place < pairs.length; place += 2) {
      if (lit.has(pairs[place]) && lit.has(pairs[place + 1])) among.push(pairs[place], pairs[place + 1]);
    }
    return { pairs: among, dash, width: Math.min(1.4, 1.5 * width) / Math.max(scale, 1) };
  });
  const number = list.reduce((sum, { pairs }) => sum + pairs.length / 2, 0);
  const opacity = Math.max(0.5, 0.75 * Math.min(1, Math.sqrt(90 / Math.max(1, number))));
  strokeLines(ctx, list.map((bundle) => ({ ...bundle, opacity })));
}
