// The matrix: who is named under what. Only what is in sight is drawn; head and names stay.

import { capital, counted, grouped, joined } from "../model/text.js";
import { near, twoMode } from "../model/data.js";
import { shown } from "../model/shown.js";
import { amount, notSignedWords } from "../model/words.js";
import { make } from "./elements.js";
import { tellPartly } from "./partly.js";
import { placeTip, showTip, tip } from "./tip.js";
import { hover, onKey, select } from "./choose.js";
import { drawMatrix, matrixPlan, presentGrid, ROW } from "./grid.js";
import { anyView } from "./view.js";

const matrixBox = document.getElementById("matrix");
const matrixCanvas = document.getElementById("matrix-canvas");
const matrixExtent = document.getElementById("matrix-extent");

const MOST_PIXELS = 8000; // of a picture to take away, in width or height

export const matrixView = {
  ...anyView,
  key: "matrix",
  name: "Matrix",
  isThere: twoMode,
  box: matrixBox,
  show: redrawMatrix,
  keys: { neighbour: matrixNeighbour, reveal: revealInMatrix },
  picture: { body: matrixBody, paper: matrixPaper },
  words: { ...anyView.words, partly: partWords, leftOut: () => (isTooLarge(wholePlan()) ? partOf(windowPart()) : ""), line: () => `${amount(shown.signatories)} by ${counted(shown.statements.length, "statement")}` },
};

function redrawMatrix() {
  const ctx = matrixCanvas.getContext("2d");
  const [width, height] = [matrixBox.clientWidth, matrixBox.clientHeight];
  const plan = matrixPlan(ctx, width);
  matrixExtent.style.width = `${Math.max(plan.width, width)}px`;
  matrixExtent.style.height = `${Math.max(plan.height, height)}px`;
  const ratio = window.devicePixelRatio || 1;
  Object.assign(matrixCanvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  matrixCanvas.style.width = `${width}px`;
  matrixCanvas.style.height = `${height}px`;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawMatrix(ctx, plan, { left: matrixBox.scrollLeft, top: matrixBox.scrollTop, width, height });
}

/** The signatory and the statement that a point of the matrix stands for. */
function matrixAt(event) {
  const frame = matrixBox.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  const plan = matrixPlan(matrixCanvas.getContext("2d"), matrixBox.clientWidth);
  const { rows, columns } = presentGrid();
  const row = y < plan.top ? null : rows[Math.floor((y - plan.top + matrixBox.scrollTop) / ROW)] ?? null;
  const column = x < plan.left ? null : columns[Math.floor((x - plan.left + matrixBox.scrollLeft) / plan.column)] ?? null;
  return { row, column, x, y };
}

/** Scroll no further than it takes to bring the chosen row and column into sight. */
function revealInMatrix(id) {
  const plan = matrixPlan(matrixCanvas.getContext("2d"), matrixBox.clientWidth);
  const { rows, columns } = presentGrid();
  const into = (from, size, room, now) => Math.min(from, Math.max(now, from + size - room));
  const row = rows.findIndex((node) => node.id === id);
  const column = columns.findIndex((node) => node.id === id);
  if (row >= 0) matrixBox.scrollTop = into(row * ROW, ROW, matrixBox.clientHeight - plan.top, matrixBox.scrollTop);
  if (column >= 0) matrixBox.scrollLeft = into(column * plan.column, plan.column, matrixBox.clientWidth - plan.left, matrixBox.scrollLeft);
}

/** The next row or column of the matrix, from the chosen one. */
function matrixNeighbour(id, dx, dy) {
  const { rows, columns } = presentGrid();
  const list = dy ? rows : columns;
  const at = list.findIndex((node) => node.id === id);
  return list[at < 0 ? 0 : at + dx + dy]?.id ?? null;
}

function wholePlan() {
  return matrixPlan(matrixCanvas.getContext("2d"), matrixBox.clientWidth);
}

/** Whether the whole would be a picture that no program opens. */
function isTooLarge({ width, height }) {
  return Math.max(width, height) > MOST_PIXELS;
}

/** The rows and columns that stand in the window whole. */
function windowPart() {
  const plan = wholePlan();
  const { rows, columns } = presentGrid();
  const part = (from, size, room, all) => [Math.ceil(from / size), Math.min(all, Math.floor((from + room) / size))];
  return {
    rows: part(matrixBox.scrollTop, ROW, matrixBox.clientHeight - plan.top, rows.length),
    columns: part(matrixBox.scrollLeft, plan.column, matrixBox.clientWidth - plan.left, columns.length),
  };
}

/** "rows 1–19 of 134 and columns 1–12 of 31"; "" where all are there. */
function partOf(part) {
  const { rows, columns } = presentGrid();
  const words = (name, [first, end], all) => (end - first < all ? `${name} ${grouped(first + 1)}–${grouped(end)} of ${grouped(all)}` : "");
  return joined([words("rows", part.rows, rows.length), words("columns", part.columns, columns.length)].filter(Boolean));
}

function partWords() {
  const part = partOf(windowPart());
  return part && `${capital(part)} in sight: scroll to see the others.`;
}

/** All rows and columns, whatever part of them is in sight; of too many, those in sight. */
function matrixBody() {
  const plan = wholePlan();
  const seen = isTooLarge(plan)
    ? { left: matrixBox.scrollLeft, top: matrixBox.scrollTop, width: matrixBox.clientWidth, height: matrixBox.clientHeight }
    : { left: 0, top: 0, width: plan.width, height: plan.height };
  return { width: seen.width, height: seen.height, draw: (surface) => drawMatrix(surface, plan, seen) };
}

/** Over as many pictures as it takes, each with its head. */
function matrixPaper(sheet) {
  const plan = matrixPlan(document.createElement("canvas").getContext("2d"), sheet.width);
  const number = presentGrid().rows.length;
  const pictures = [];
  for (let first = 0; first < number; ) {
    const room = first === 0 ? sheet.height : sheet.whole;
    const rows = Math.min(number - first, Math.max(1, Math.floor((room - plan.top) / ROW)));
    const seen = { left: 0, top: first * ROW, width: plan.width, height: plan.top + rows * ROW };
    pictures.push({ ...seen, draw: (ctx) => drawMatrix(ctx, plan, seen) });
    first += rows;
  }
  return pictures;
}

function listen() {
  matrixBox.addEventListener("scroll", () => {
    hover(null);
    tip.hidden = true;
    redrawMatrix();
    tellPartly();
  });
  matrixBox.addEventListener("click", (event) => {
    const { row, column } = matrixAt(event);
    select((row ?? column)?.id ?? null);
  });
  matrixBox.addEventListener("pointermove", (event) => {
    const { row, column, x, y } = matrixAt(event);
    hover((row ?? column)?.id ?? null);
    if (row && column) placeTip(cellWords(row, column), { x, y }, 14);
    else if (row ?? column) showTip(row ?? column, { x, y }, 14);
  });
  matrixBox.addEventListener("pointerleave", () => hover(null));
  matrixBox.addEventListener("keydown", onKey);
  new ResizeObserver(() => {
    if (matrixBox.hidden) return;
    redrawMatrix();
    tellPartly();
  }).observe(matrixBox);
}

function cellWords(node, statement) {
  const signed = near[statement.id].has(node.id) ? "signed" : notSignedWords(statement);
  return [make("strong", { text: `${node.label}: ${signed}` }), make("span", { text: statement.label })];
}

listen();
