// The map of equal tiles: every state that could have signed, the small ones as large as the rest.

import { counted, grouped, joined } from "../model/text.js";
import { byKey, graph, isPartial, near, nodes, twoMode } from "../model/data.js";
import { asked, pointer, state } from "../model/state.js";
import { focus, isNarrowed, shown } from "../model/shown.js";
import { NAMED_APART } from "../model/words.js";
import { colourOf, paint } from "./paint.js";
import { hatch, inkOn } from "./marks.js";
import { make } from "./elements.js";
import { tellPartly } from "./partly.js";
import { placeTip, showTip, tip } from "./tip.js";
import { hover, onKey, select } from "./choose.js";
import { anyView } from "./view.js";

const mapBox = document.getElementById("map");
const mapCanvas = document.getElementById("map-canvas");
const TILE = { least: 20, roomy: 24, most: 44, nearest: 66 }; // pixels; smaller ones than the least have no legible letters

/** Each tile with its node, if any statement names the state. */
const tiles = (graph.tiles ?? []).map(([key, name, column, row]) => ({ key, name, column, row, node: byKey.get(key) ?? null }));
const grounds = {
  columns: Math.max(1, ...tiles.map((tile) => tile.column + 1)),
  rows: Math.max(1, ...tiles.map((tile) => tile.row + 1)),
};

export const mapView = {
  ...anyView,
  key: "map",
  name: "Map",
  isThere: twoMode && tiles.length > 0,
  box: mapBox,
  show: redrawMap,
  keys: { neighbour: mapNeighbour, reveal: revealOnMap, zoom: zoomMap, whole: showWholeMap },
  picture: { body: mapBody, paper: mapPaper },
  words: { ...anyView.words, line: mapWords, key: mapKey, partly: partlyWords },
};

const zoom = { side: null }; // of the tiles, in pixels, where the reader has come nearer; null: the whole world

function fitOf(room) {
  return Math.min(TILE.most, (room.width - 16) / grounds.columns, (room.height - 16) / grounds.rows);
}

/** How large the tiles are, where the first one stands, and how large the map is, at least as large as its box. */
function mapPlan(room, asked = zoom.side) {
  const side = Math.max(fitOf(room), asked ?? 0);
  const width = Math.max(room.width, side * grounds.columns + 16);
  const height = Math.max(room.height, side * grounds.rows + 16);
  return { side, width, height, left: (width - side * grounds.columns) / 2, top: (height - side * grounds.rows) / 2 };
}

function mapRoom() {
  return { width: mapBox.clientWidth, height: mapBox.clientHeight };
}

function isOnMap(tile) {
  return tile.node !== null && shown.isShown[tile.node.id] === 1;
}

/** Whether it may be, for all that the lists say, that this state belongs to what is asked. */
function isOpen(tile) {
  const centre = pointer.hovered ?? state.selected;
  const [signed, without] = centre === null
    ? [asked("signed"), asked("without")]
    : [nodes[centre].kind === "statement" ? [nodes[centre]] : [], []];
  if (signed.length + without.length === 0) return false;
  const named = (statement) => tile.node !== null && near[statement.id].has(tile.node.id);
  const could = signed.every((one) => named(one) || isPartial(one)) && !without.some(named);
  const sure = signed.every(named) && !without.some(isPartial);
  return could && !sure;
}

/** "lit", "faint" or "plain", or "absent" for a state that is named nowhere or filtered away. */
function tileLook(tile, lifted) {
  if (!isOnMap(tile)) return "absent";
  if (lifted === null) return "plain";
  return lifted.lit.has(tile.node.id) ? "lit" : "faint";
}

function mapPicture(plan) {
  return { width: plan.width, height: plan.height, draw: (ctx) => drawMap(ctx, plan) };
}

/** The whole world to take away, with its letters, however near the reader is. */
function mapBody() {
  const room = mapRoom();
  return mapPicture(fitOf(room) < TILE.least ? mapPlan({ width: 0, height: 0 }, TILE.roomy) : mapPlan(room, 0));
}

/** As wide as the sheet, and no higher than its tiles. */
function mapPaper(sheet) {
  const { side } = mapPlan(sheet, 0);
  return [mapPicture(mapPlan({ width: sheet.width, height: side * grounds.rows + 16 }, 0))];
}

function drawMap(ctx, plan) {
  const lifted = focus();
  for (const tile of tiles) drawTile(ctx, tile, plan, tileLook(tile, lifted), isOpen(tile));
}

function drawTile(ctx, tile, { side, left, top }, look, open) {
  const gap = side > 26 ? 1.5 : 0.75;
  const box = { left: left + tile.column * side + gap, top: top + tile.row * side + gap, width: side - 2 * gap, height: side - 2 * gap };
  const filled = look === "plain" || look === "lit";
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(box.left, box.top, box.width, box.height, side * 0.14);
  if (filled) {
    ctx.fillStyle = colourOf(tile.node);
    ctx.fill();
  }
  if (open) hatchTile(ctx, box, filled);
  ctx.restore();
  if (!filled) drawTileEdge(ctx, box, tile, { look, open, radius: side * 0.14 });
  if (side >= TILE.least) drawTileName(ctx, tile, box, { filled, look, open });
  const id = tile.node?.id ?? null;
  if (id !== null && (id === state.selected || id === pointer.hovered)) {
    ctx.beginPath();
    ctx.roundRect(box.left - 1, box.top - 1, box.width + 2, box.height + 2, side * 0.16);
    Object.assign(ctx, { strokeStyle: paint.ink, lineWidth: 2 });
    ctx.stroke();
  }
}

/** Hatched: nobody knows. Over a colour: named as asked, but a partial list may hold it too. */
function hatchTile(ctx, box, filled) {
  ctx.clip();
  ctx.strokeStyle = filled ? paint.ground : paint.unknown;
  ctx.lineWidth = 1.3;
  hatch(ctx, box, 5);
}

function drawTileEdge(ctx, box, tile, { look, open, radius }) {
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1, radius);
  ctx.globalAlpha = look === "faint" && !open ? 0.75 : 1;
  ctx.strokeStyle = look === "faint" ? colourOf(tile.node) : paint.hair;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

function drawTileName(ctx, tile, box, { filled, look, open }) {
  const size = Math.min(12, box.width * 0.43);
  ctx.font = `${look === "lit" ? 700 : 500} ${Number(size.toFixed(1))}px ${paint.font}`;
  Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2 + 0.5];
  if (open) {
    Object.assign(ctx, { strokeStyle: filled ? colourOf(tile.node) : paint.ground, lineWidth: 3.5 });
    ctx.strokeText(tile.key, x, y);
  }
  ctx.fillStyle = filled ? inkOn(colourOf(tile.node)) : paint.grey;
  ctx.fillText(tile.key, x, y);
}

function redrawMap() {
  const plan = mapPlan(mapRoom());
  const ratio = window.devicePixelRatio || 1;
  Object.assign(mapCanvas, { width: Math.round(plan.width * ratio), height: Math.round(plan.height * ratio) });
  mapCanvas.style.width = `${plan.width}px`;
  mapCanvas.style.height = `${plan.height}px`;
  const ctx = mapCanvas.getContext("2d");
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawMap(ctx, plan);
}

/** Nearer or farther, about what is chosen or else about the middle; the first step makes the letters legible. */
function zoomMap(factor) {
  const before = mapPlan(mapRoom());
  const fit = fitOf(mapRoom());
  const wanted = before.side * factor;
  const next = factor > 1 ? Math.min(TILE.nearest, Math.max(TILE.roomy, wanted)) : wanted < TILE.least ? fit : wanted;
  const tile = tiles.find((one) => one.node !== null && one.node.id === state.selected);
  const at = tile ? [tile.column + 0.5, tile.row + 0.5] : [
    (mapBox.scrollLeft + mapBox.clientWidth / 2 - before.left) / before.side,
    (mapBox.scrollTop + mapBox.clientHeight / 2 - before.top) / before.side,
  ];
  zoom.side = next > fit ? next : null;
  redrawMap();
  const after = mapPlan(mapRoom());
  mapBox.scrollLeft = after.left + at[0] * after.side - mapBox.clientWidth / 2;
  mapBox.scrollTop = after.top + at[1] * after.side - mapBox.clientHeight / 2;
  tellPartly();
}

function showWholeMap() {
  zoom.side = null;
  redrawMap();
  tellPartly();
}

/** That the map goes on, or that its letters are too small to stand there; and what to do. */
function partlyWords() {
  const plan = mapPlan(mapRoom());
  if (plan.width > mapBox.clientWidth + 1 || plan.height > mapBox.clientHeight + 1) return "The map goes on: scroll, or All for the whole world.";
  return plan.side < TILE.least ? "The whole world; + comes near enough for the three-letter codes." : "";
}

/** The tile under the pointer. */
function tileAt(event) {
  const frame = mapBox.getBoundingClientRect();
  const { side, left, top } = mapPlan(mapRoom());
  const x = event.clientX - frame.left + mapBox.scrollLeft - left;
  const y = event.clientY - frame.top + mapBox.scrollTop - top;
  return tiles.find((tile) => tile.column === Math.floor(x / side) && tile.row === Math.floor(y / side)) ?? null;
}

/** Scroll no further than it takes to bring the chosen tile into sight. */
function revealOnMap(id) {
  const tile = tiles.find((one) => one.node?.id === id);
  if (!tile) return;
  const { side, left, top } = mapPlan(mapRoom());
  const into = (from, room, now) => Math.min(from, Math.max(now, from + side - room));
  mapBox.scrollLeft = into(left + tile.column * side, mapBox.clientWidth, mapBox.scrollLeft);
  mapBox.scrollTop = into(top + tile.row * side, mapBox.clientHeight, mapBox.scrollTop);
}

/** The nearest named state in a direction, from the chosen one. */
function mapNeighbour(id, dx, dy) {
  const named = tiles.filter(isOnMap);
  const from = named.find((tile) => tile.node.id === id);
  if (!from) return named[0]?.node.id ?? null;
  let best = null;
  let least = Infinity;
  for (const tile of named) {
    const ahead = (tile.column - from.column) * dx + (tile.row - from.row) * dy;
    const aside = Math.abs((tile.column - from.column) * dy - (tile.row - from.row) * dx);
    if (ahead > 0 && aside <= 2 * ahead && ahead + 2 * aside < least) [best, least] = [tile.node.id, ahead + 2 * aside];
  }
  return best;
}

/** Who has a tile, who of them is named, and who is named and has none. */
function mapWords() {
  const named = tiles.filter(isOnMap).length;
  const rest = [`${counted(tiles.length, ...graph.noun)} as equal tiles, ${grouped(named)} of them named under ${counted(shown.statements.length, "statement")}`, noTileWords()];
  return rest.filter(Boolean).join("; ");
}

/** "the European Union has no tile": who is in view and not on the map; "" where nobody is. */
function noTileWords() {
  const onMap = new Set(tiles.map((tile) => tile.node));
  const lone = shown.signatories.filter((node) => !onMap.has(node));
  if (!lone.length) return "";
  const who = lone.length <= NAMED_APART ? lone.map((node) => node.apart ?? node.label) : [`${grouped(lone.length)} others in view`];
  return `${joined(who)} ${lone.length === 1 ? "has" : "have"} no tile`;
}

/** What the tiles mean at present, with how many there are of each. */
function mapKey() {
  const absent = tiles.filter((tile) => !isOnMap(tile)).length;
  const open = tiles.filter(isOpen).length;
  const items = [["key-square", `a ${graph.noun[0]}, by its three-letter code: ${tiles.length - absent} named${shown.records.size ? " in view" : ""}`]];
  if (absent) items.push(["key-empty", `${absent} ${isNarrowed() ? "not in view, or named nowhere" : "named under no statement here"}`]);
  if (open) items.push(["key-hatched", `${open} not known: a list is partial`]);
  if (noTileWords()) items.push(["key-circle", noTileWords()]);
  return items;
}

function listen() {
  mapBox.addEventListener("click", (event) => {
    const tile = tileAt(event);
    select(tile && isOnMap(tile) ? tile.node.id : null);
  });
  mapBox.addEventListener("pointermove", (event) => {
    const tile = tileAt(event);
    const frame = mapBox.getBoundingClientRect();
    const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    hover(tile && isOnMap(tile) ? tile.node.id : null);
    if (tile === null) tip.hidden = true;
    else if (tile.node) showTip(tile.node, at, 14);
    else placeTip([make("strong", { text: tile.name }), make("span", { text: "named under no statement here" })], at, 14);
  });
  mapBox.addEventListener("pointerleave", () => {
    hover(null);
    tip.hidden = true;
  });
  mapBox.addEventListener("scroll", () => {
    hover(null);
    tip.hidden = true;
  });
  mapBox.addEventListener("keydown", onKey);
  new ResizeObserver(() => {
    if (mapBox.hidden) return;
    redrawMap();
    tellPartly();
  }).observe(mapBox);
}

listen();
