// The names in the two networks: of one size on the screen at every zoom, none over another.

import { nodes } from "../model/data.js";
import { redraw, REST } from "../model/change.js";
import { hasMark, shown } from "../model/shown.js";
import { paint } from "./paint.js";
import { FAINT, SMALLEST } from "./marks.js";
import { Boxes, extent, placeLabels } from "./labels.js";
import { camera, network, placeOf, stage } from "./stage.js";

export const LABEL = 11.5; // pixels
const STATEMENT_LABEL = 12.5;
const LEADING = 1.16;
const MOST_LABELS = 400; // tried while the picture is whole; the closer, the more
export const BUSY = 600; // marks; with more, names are placed anew only when the hand rests

const NARROW = 480; // pixels; on a narrower stage long names must not take the room from the marks
const OVERHANG = 24; // pixels by which names may go beyond the marks there

const textWidths = new Map();
let placedAt = { key: "", placed: new Map(), timer: 0 };

function labelSize(node) {
  return node.kind === "statement" ? STATEMENT_LABEL : LABEL;
}

function labelFont(node, bold) {
  return `${bold || node.kind === "statement" ? 650 : 400} ${labelSize(node)}px ${paint.font}`;
}

/** Marks in pixels at a zoom, which need not be the present one. */
export function marksAt(scale) {
  const marks = new Map();
  for (const id of network.body.nodeIndices) {
    const { x, y } = placeOf(id);
    const node = nodes[id];
    marks.set(id, { node, x: x * scale, y: y * scale, radius: Math.max((node.size / 2) * scale, SMALLEST[node.kind]) });
  }
  return marks;
}

/** Names are measured as if lifted, so that none is pushed aside when it turns bold. */
function measurer(ctx) {
  const widthOf = (line, size) => {
    const key = `${size} ${line}`;
    if (!textWidths.has(key)) textWidths.set(key, ctx.measureText(line).width);
    return textWidths.get(key);
  };
  return (node, lines) => {
    ctx.font = labelFont(node, true);
    const width = Math.max(...lines.map((line) => widthOf(line, labelSize(node)))) + 2;
    return { width, height: lines.length * LEADING * labelSize(node) };
  };
}

function byWeight(one, other) {
  return (other.kind === "statement") - (one.kind === "statement") || other.size - one.size || one.id - other.id;
}

export function isNarrow() {
  return !paint.printing && stage.clientWidth < NARROW;
}

/** Where names may stand: anywhere, or on a narrow stage close to where the marks are. */
function groundOf(marks) {
  if (!isNarrow()) return null;
  const { left, right, top, bottom } = extent(marks, new Map());
  return { left: left - OVERHANG, right: right + OVERHANG, top: top - OVERHANG, bottom: bottom + OVERHANG };
}

export function labelsAt(ctx, scale) {
  const key = `${scale.toFixed(4)} ${camera.moved} ${isNarrow()} ${shown.version}`;
  if (placedAt.key === key) return placedAt.placed;
  const marks = marksAt(scale);
  const order = [...marks.values()].map((mark) => mark.node).sort(byWeight);
  const most = Math.ceil(MOST_LABELS * Math.max(1, scale) ** 2);
  placedAt = { ...placedAt, key, placed: placeLabels(order.slice(0, most), marks, measurer(ctx), groundOf(marks)) };
  return placedAt.placed;
}

/** With many marks, the names that stood before and still have a mark do until the hand rests. */
function presentLabels(ctx, scale) {
  const steady = placedAt.key.startsWith(`${scale.toFixed(4)} ${camera.moved} `);
  const current = placedAt.key.endsWith(` ${shown.version}`);
  if (network.body.nodeIndices.length < BUSY || !steady || current) return labelsAt(ctx, scale);
  clearTimeout(placedAt.timer);
  placedAt.timer = setTimeout(() => {
    labelsAt(ctx, network.getScale());
    redraw();
  }, REST);
  return new Map([...placedAt.placed].filter(([id]) => hasMark(nodes[id])));
}

/** With a focus, its names come first; the others keep their places where those are still free. */
function focusLabels(ctx, scale, base, lifted) {
  const marks = marksAt(scale);
  const lit = [...marks.values()].map((mark) => mark.node).filter((node) => lifted.lit.has(node.id)).sort(byWeight);
  if (lifted.centre !== null) lit.sort((one, other) => (other.id === lifted.centre) - (one.id === lifted.centre));
  const placed = placeLabels(lit.slice(0, MOST_LABELS), marks, measurer(ctx), groundOf(marks));
  const taken = new Boxes(64);
  for (const box of placed.values()) taken.add(box);
  for (const [id, box] of base) {
    if (!lifted.lit.has(id) && taken.isFree({ ...box, owner: "base" })) placed.set(id, box);
  }
  return placed;
}

let focused = { key: "", placed: new Map() };

export function drawLabels(ctx, scale, lifted) {
  let placed = presentLabels(ctx, scale);
  if (lifted) {
    const key = `${placedAt.key}|${shown.version}|${[...lifted.lit].join(" ")}`;
    if (focused.key !== key) focused = { key, placed: focusLabels(ctx, scale, placed, lifted) };
    placed = focused.placed;
  }
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const [id, box] of placed) drawLabel(ctx, nodes[id], box, lifted);
  ctx.restore();
}

function drawLabel(ctx, node, box, lifted) {
  const bold = lifted !== null && lifted.lit.has(node.id);
  ctx.font = labelFont(node, bold);
  ctx.globalAlpha = lifted && !bold ? FAINT : 1;
  ctx.strokeStyle = paint.ground;
  ctx.lineWidth = 3;
  ctx.fillStyle = node.kind === "statement" || bold ? paint.ink : paint.grey;
  ctx.textAlign = box.align;
  const at = { left: box.left + 1, right: box.right - 1, center: (box.left + box.right) / 2 }[box.align];
  const step = (box.bottom - box.top) / box.lines.length;
  for (const draw of ["strokeText", "fillText"]) {
    box.lines.forEach((line, place) => ctx[draw](line, at, box.top + (place + 0.5) * step));
  }
}
