// The map of equal tiles: every state that could have signed, the small ones as large as the rest.

const mapBox = document.getElementById("map");
const mapCanvas = document.getElementById("map-canvas");
const TILE = { least: 8, most: 44, text: 20 }; // pixels; on smaller tiles no letters stand

/** Each tile with its node, if any statement names the state. */
const tiles = (graph.tiles ?? []).map(([key, name, column, row]) => ({ key, name, column, row, node: byKey.get(key) ?? null }));
const grounds = {
  columns: Math.max(1, ...tiles.map((tile) => tile.column + 1)),
  rows: Math.max(1, ...tiles.map((tile) => tile.row + 1)),
};

/** How large the tiles are and where the first one stands. */
function mapPlan(width, height) {
  const side = Math.max(TILE.least, Math.min(TILE.most, (width - 16) / grounds.columns, (height - 16) / grounds.rows));
  return { side, left: (width - side * grounds.columns) / 2, top: Math.max(8, (height - side * grounds.rows) / 2) };
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

function drawMap(ctx, plan) {
  const lifted = focus();
  for (const tile of tiles) drawTile(ctx, tile, plan, tileLook(tile, lifted), isOpen(tile));
}

function drawTile(ctx, tile, { side, left, top }, look, open) {
  const gap = side > 16 ? 1.5 : 0.75;
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
  drawTileName(ctx, tile, box, { filled, look, open });
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
  if (box.width < TILE.text - 3) return;
  const size = Math.min(12, box.width * 0.4);
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
  const [width, height] = [mapBox.clientWidth, mapBox.clientHeight];
  const ratio = window.devicePixelRatio || 1;
  Object.assign(mapCanvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  mapCanvas.style.width = `${width}px`;
  mapCanvas.style.height = `${height}px`;
  const ctx = mapCanvas.getContext("2d");
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawMap(ctx, mapPlan(width, height));
}

/** The tile under the pointer. */
function tileAt(event) {
  const frame = mapBox.getBoundingClientRect();
  const { side, left, top } = mapPlan(mapBox.clientWidth, mapBox.clientHeight);
  const [column, row] = [(event.clientX - frame.left - left) / side, (event.clientY - frame.top - top) / side].map(Math.floor);
  return tiles.find((tile) => tile.column === column && tile.row === row) ?? null;
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

/** What the tiles mean at present, with how many there are of each. */
function mapKey() {
  const absent = tiles.filter((tile) => !isOnMap(tile)).length;
  const open = tiles.filter(isOpen).length;
  const items = [["key-square", `a state, by its three-letter code: ${tiles.length - absent} named`]];
  if (absent) items.push(["key-empty", `${absent} ${isNarrowed() ? "not in view or named nowhere" : "named under no statement here"}`]);
  if (open) items.push(["key-hatched", `${open} not known: the list is partial`]);
  return items;
}

function isNarrowed() {
  return Boolean(state.hidden.size || state.group || state.event || state.year);
}

function listenToMap() {
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
  mapBox.addEventListener("keydown", onKey);
  new ResizeObserver(() => { if (!mapBox.hidden) redrawMap(); }).observe(mapBox);
}
