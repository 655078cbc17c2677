// How the matrix is drawn: the part of it that stands in a window, its head and names along the edges.

import { isPartial, near, sidesDown, statements } from "../model/data.js";
import { pointer, state } from "../model/state.js";
import { focus, shown, viewOf } from "../model/shown.js";
import { colourOf, paint } from "./paint.js";
import { drawMark, drawRing, FAINT, hatch } from "./marks.js";
import { LABEL } from "./names.js";

export const ROW = 17; // pixels
const COLUMN = { least: 16, most: 34 };
const SQUARE = 10; // half the side of a statement's mark
const BAND = 0.4; // how dense the ground of the chosen row is: the grey cells of no side stand out from it

/** Rows by side, then by how many statements name them, then by record, then by name. */
function matrixRows() {
  const record = new Map(shown.signatories.map((node) => [
    node.id, statements.map((statement) => (near[statement.id].has(node.id) ? "0" : "1")).join(""),
  ]));
  return shown.signatories.slice().sort((one, other) =>
    sidesDown.indexOf(viewOf(one).side) - sidesDown.indexOf(viewOf(other).side) ||
    viewOf(other).count - viewOf(one).count ||
    record.get(one.id).localeCompare(record.get(other.id)) ||
    one.label.localeCompare(other.label, "en"),
  );
}

let grid = { version: null, rows: [], columns: [], measured: null };

export function presentGrid() {
  if (grid.version !== shown.version) grid = { version: shown.version, rows: matrixRows(), columns: shown.statements, measured: null };
  return grid;
}

/** How long the names of the rows and those of the columns are. */
function measured(ctx) {
  const { rows, columns } = presentGrid();
  if (grid.measured?.font !== paint.font) {
    ctx.font = `650 ${LABEL}px ${paint.font}`;
    const most = (list, least) => list.reduce((longest, node) => Math.max(longest, ctx.measureText(node.label).width), least);
    grid.measured = { font: paint.font, widest: most(rows, 40), tallest: most(columns, 20) };
  }
  return grid.measured;
}

/** Where names end, where columns begin and how wide and high all of it is. */
export function matrixPlan(ctx, width) {
  const { rows, columns } = presentGrid();
  const { widest, tallest } = measured(ctx);
  const left = Math.min(widest, 130, 0.38 * width) + 28;
  const top = Math.min(tallest, 150) + 2 * SQUARE + 18;
  const column = Math.max(COLUMN.least, Math.min(COLUMN.most, (width - left - 16) / Math.max(1, columns.length)));
  return { left, top, column, width: left + columns.length * column + 16, height: top + rows.length * ROW + 12 };
}

/** Draw the part of the matrix that stands in a window, with its head and names along the edges. */
export function drawMatrix(ctx, plan, seen) {
  const lifted = focus();
  const { rows, columns: all } = presentGrid();
  const first = Math.max(0, Math.floor(seen.top / ROW));
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height - plan.top) / ROW));
  const begin = Math.max(0, Math.floor(seen.left / plan.column));
  const columns = all.slice(begin, Math.ceil((seen.left + seen.width - plan.left) / plan.column));
  const y = (place) => plan.top + (place + 0.5) * ROW - seen.top;
  const x = (place) => plan.left + (begin + place + 0.5) * plan.column - seen.left;
  ctx.save();
  ctx.beginPath();
  ctx.rect(plan.left, plan.top, seen.width - plan.left, seen.height - plan.top);
  ctx.clip();
  const bottom = y(rows.length - 0.5);
  columns.forEach((node, place) => drawColumnGround(ctx, node, { x: x(place), top: y(first - 0.5), bottom, width: plan.column }));
  for (let place = first; place < last; place += 1) {
    drawRow(ctx, rows[place], { y: y(place), width: seen.width, plan, columns, x, lifted });
    if (place > 0 && viewOf(rows[place]).side !== viewOf(rows[place - 1]).side) rule(ctx, 0, y(place - 0.5), seen.width);
  }
  ctx.restore();
  drawRowNames(ctx, rows.slice(first, last), { y: (place) => y(first + place), plan, seen, lifted });
  drawHead(ctx, columns, { x, plan, seen, lifted });
}

function rule(ctx, left, y, right) {
  ctx.strokeStyle = paint.hair;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(left, Math.round(y) + 0.5);
  ctx.lineTo(right, Math.round(y) + 0.5);
  ctx.stroke();
}

/** A hatched column is a list known in part: an empty cell there says nothing. */
function drawColumnGround(ctx, node, { x, top, bottom, width }) {
  if (!isPartial(node)) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x - width / 2 + 1, top, width - 2, bottom - top);
  ctx.clip();
  ctx.globalAlpha = 0.75;
  ctx.strokeStyle = paint.unknown;
  ctx.lineWidth = 0.8;
  hatch(ctx, { left: x - width / 2 + 1, top, width: width - 2, height: bottom - top }, 6);
  ctx.restore();
}

function drawRow(ctx, node, { y, width, plan, columns, x, lifted }) {
  const row = lifted === null || lifted.lit.has(node.id);
  if (node.id === state.selected || node.id === pointer.hovered) {
    ctx.globalAlpha = BAND;
    ctx.fillStyle = paint.hair;
    ctx.fillRect(plan.left, y - ROW / 2, width - plan.left, ROW);
    ctx.globalAlpha = 1;
  }
  const side = Math.min(ROW - 4, plan.column - 4);
  ctx.save();
  columns.forEach((statement, place) => {
    if (!near[statement.id].has(node.id)) return;
    const column = lifted === null || lifted.centre !== statement.id || lifted.lit.has(node.id);
    ctx.globalAlpha = row && column ? 1 : FAINT;
    ctx.fillStyle = colourOf(statement);
    ctx.beginPath();
    ctx.roundRect(x(place) - side / 2, y - side / 2, side, side, 2);
    ctx.fill();
  });
  ctx.restore();
}

function drawRowNames(ctx, rows, { y, plan, seen, lifted }) {
  ctx.save();
  ctx.fillStyle = paint.ground;
  ctx.fillRect(0, plan.top, plan.left - 4, seen.height);
  ctx.beginPath();
  ctx.rect(0, plan.top, plan.left, seen.height);
  ctx.clip();
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  rows.forEach((node, place) => {
    const lit = lifted !== null && lifted.lit.has(node.id);
    ctx.globalAlpha = lifted && !lit ? FAINT : 1;
    ctx.font = `${lit ? 650 : 400} ${LABEL}px ${paint.font}`;
    ctx.fillStyle = lit || !lifted ? paint.ink : paint.grey;
    ctx.fillText(cut(ctx, node.label, plan.left - 26), plan.left - 24, y(place));
    ctx.globalAlpha = 1;
    const mark = { x: plan.left - 13, y: y(place), radius: 4, scale: 1, faint: lifted !== null && !lit };
    drawMark(ctx, node, mark);
    if (node.id === state.selected || node.id === pointer.hovered) drawRing(ctx, node, mark);
  });
  ctx.restore();
}

function drawHead(ctx, columns, { x, plan, seen, lifted }) {
  ctx.save();
  ctx.fillStyle = paint.ground;
  ctx.fillRect(0, 0, seen.width, plan.top);
  ctx.beginPath();
  ctx.rect(plan.left, 0, seen.width - plan.left, plan.top);
  ctx.clip();
  columns.forEach((node, place) => {
    const lit = lifted === null || lifted.lit.has(node.id);
    const mark = { x: x(place), y: plan.top - SQUARE - 4, radius: Math.min(SQUARE, plan.column / 2 - 1), scale: 1, faint: !lit };
    drawMark(ctx, node, mark);
    if (node.id === state.selected || node.id === pointer.hovered) drawRing(ctx, node, mark);
    ctx.save();
    ctx.globalAlpha = lit ? 1 : FAINT;
    ctx.translate(x(place), plan.top - 2 * SQUARE - 9);
    ctx.rotate(-Math.PI / 2);
    ctx.font = `${lifted && lit ? 650 : 400} ${LABEL}px ${paint.font}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.fillStyle = paint.ink;
    ctx.fillText(cut(ctx, node.label, plan.top - 2 * SQUARE - 14), 0, 0);
    ctx.restore();
  });
  ctx.restore();
}

/** A text that is too long ends in dots; the tooltip, the card and the lists have all of it. */
function cut(ctx, text, room) {
  if (ctx.measureText(text).width <= room) return text;
  let end = text.length - 1;
  while (end > 1 && ctx.measureText(`${text.slice(0, end)}…`).width > room) end -= 1;
  return `${text.slice(0, end)}…`;
}
