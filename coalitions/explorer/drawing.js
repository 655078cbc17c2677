// The network: vis-network holds, moves and finds the marks; how a mark looks, marks.js says.

const LABEL = 11.5; // pixels, whatever the zoom
const STATEMENT_LABEL = 12.5;
const LEADING = 1.16;
const MARGIN = 14; // pixels kept free round the whole picture with its names
const MOST_LABELS = 400; // tried while the picture is whole; the closer, the more
const FINGER = 16; // a click this near to a mark means it

const stage = document.getElementById("network");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

const textWidths = new Map();
let labelCache = { key: "", placed: new Map() };
const hiddenIds = new Set();

const visNodes = new vis.DataSet(
  [...signatories, ...statements].map((node) => ({
    id: node.id, x: node.x, y: node.y, shape: "custom", size: node.size / 2,
    ctxRenderer: (call) => drawMark(node, call),
  })),
);
const visEdges = new vis.DataSet(
  edges.map((edge, id) => ({ id, from: edge.from, to: edge.to, ...edgeLook(edge) })),
);
const network = new vis.Network(stage, { nodes: visNodes, edges: visEdges }, corpus.options);

function repaint() {
  paint = readPaint();
  visEdges.update(edges.map((edge, id) => ({ id, ...edgeLook(edge) })));
  network.redraw();
}

/** What the reader points at, has chosen or asks for: the marks to lift, and those to name first. */
function focus() {
  const centre = view.hovered ?? view.selected;
  if (centre !== null) return { centre, lit: new Set([centre, ...near[centre]]) };
  if (view.found) return { centre: null, lit: new Set([...view.found, ...view.asked]) };
  return null;
}

/** Under the marks: the edges that are meant, darker, in the colour of what they lead from. */
network.on("beforeDrawing", (ctx) => {
  lifted = focus();
  if (!lifted) return;
  const from = lifted.centre === null ? view.asked : [lifted.centre];
  ctx.save();
  ctx.globalAlpha = 0.85;
  ctx.lineWidth = 1.4 / Math.max(network.getScale(), 0.8);
  for (const id of from) {
    if (hiddenIds.has(id)) continue;
    for (const { other } of ties[id]) {
      if (!lifted.lit.has(other.id) || hiddenIds.has(other.id)) continue;
      const [one, two] = [network.body.nodes[id], network.body.nodes[other.id]];
      ctx.strokeStyle = colourOf(other.kind === "statement" ? other : nodes[id]);
      ctx.beginPath();
      ctx.moveTo(one.x, one.y);
      ctx.lineTo(two.x, two.y);
      ctx.stroke();
    }
  }
  ctx.restore();
});

/** Over the marks: the names, of one size on the screen at every zoom. */
network.on("afterDrawing", (ctx) => {
  const scale = network.getScale();
  const base = baseLabels(ctx, scale);
  const shown = lifted ? focusLabels(ctx, scale, base, lifted) : base;
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const [id, box] of shown) drawLabel(ctx, nodes[id], box);
  ctx.restore();
});

function drawLabel(ctx, node, box) {
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

function labelSize(node) {
  return node.kind === "statement" ? STATEMENT_LABEL : LABEL;
}

function labelFont(node, bold) {
  return `${bold || node.kind === "statement" ? 650 : 400} ${labelSize(node)}px ${paint.font}`;
}

/** Marks in pixels at a zoom, which need not be the present one. */
function marksAt(scale) {
  const marks = new Map();
  for (const node of nodes) {
    if (hiddenIds.has(node.id)) continue;
    const { x, y } = network.body.nodes[node.id];
    marks.set(node.id, { node, x: x * scale, y: y * scale, radius: Math.max((node.size / 2) * scale, SMALLEST[node.kind]) });
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

function baseLabels(ctx, scale) {
  const key = `${scale.toFixed(4)} ${view.moved} ${[...hiddenIds].join(" ")}`;
  if (labelCache.key !== key) {
    const marks = marksAt(scale);
    const order = nodes.filter((node) => marks.has(node.id)).sort(byWeight);
    const most = Math.ceil(MOST_LABELS * Math.max(1, scale) ** 2);
    labelCache = { key, placed: placeLabels(order.slice(0, most), marks, measurer(ctx)) };
  }
  return labelCache.placed;
}

/** With a focus, its names come first; the others keep their places where those are still free. */
function focusLabels(ctx, scale, base, now) {
  const key = `${labelCache.key}|${[...now.lit].join(" ")}`;
  if (labelCache.focusKey === key) return labelCache.focused;
  const marks = marksAt(scale);
  const lit = nodes.filter((node) => now.lit.has(node.id) && marks.has(node.id)).sort(byWeight);
  if (now.centre !== null) lit.sort((one, other) => (other.id === now.centre) - (one.id === now.centre));
  const shown = placeLabels(lit, marks, measurer(ctx));
  for (const [id, box] of base) {
    if (now.lit.has(id)) continue;
    if (![...shown.values()].some((other) => overlap(box, other))) shown.set(id, box);
  }
  Object.assign(labelCache, { focusKey: key, focused: shown });
  return shown;
}

/** Show the whole picture with its names, which keep their size: hence closer and closer. */
function showAll() {
  if (hiddenIds.size === nodes.length || !stage.clientWidth) return;
  const ctx = document.createElement("canvas").getContext("2d");
  let scale = 1;
  let frame = null;
  for (let round = 0; round < 5; round += 1) {
    frame = extent(marksAt(scale), baseLabels(ctx, scale));
    scale *= Math.min(
      (stage.clientWidth - 2 * MARGIN) / (frame.right - frame.left),
      (stage.clientHeight - 2 * MARGIN) / (frame.bottom - frame.top),
    );
    scale = Math.min(Math.max(scale, 0.05), 3);
  }
  frame = extent(marksAt(scale), baseLabels(ctx, scale));
  const position = { x: (frame.left + frame.right) / 2 / scale, y: (frame.top + frame.bottom) / 2 / scale };
  network.moveTo({ position, scale, animation: false });
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
  network.moveTo({ ...options, animation: still.matches ? false : { duration: 150, easingFunction: "easeInOutQuad" } });
}

function zoomBy(factor) {
  moveTo({ scale: network.getScale() * factor });
}

function centreOn(id) {
  const { x, y } = network.body.nodes[id];
  moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 1) });
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
  for (const node of nodes) {
    if (hiddenIds.has(node.id)) continue;
    const { x, y } = network.body.nodes[node.id];
    const distance = Math.hypot(x - at.x, y - at.y) - radiusOf(node);
    if (distance < least) [best, least] = [node.id, distance];
  }
  return best;
}

/** The nearest mark in a direction: straight ahead counts for more than near at hand. */
function neighbourTowards(id, dx, dy) {
  const from = network.body.nodes[id];
  let best = null;
  let least = Infinity;
  for (const node of nodes) {
    if (node.id === id || hiddenIds.has(node.id)) continue;
    const at = network.body.nodes[node.id];
    const ahead = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const aside = Math.abs((at.x - from.x) * dy - (at.y - from.y) * dx);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    if (ahead + 2 * aside < least) [best, least] = [node.id, ahead + 2 * aside];
  }
  return best;
}

function hideMarks(isHidden) {
  const changes = [];
  for (const node of nodes) {
    const hidden = isHidden(node);
    if (hidden === hiddenIds.has(node.id)) continue;
    if (hidden) hiddenIds.add(node.id);
    else hiddenIds.delete(node.id);
    changes.push({ id: node.id, hidden });
  }
  if (changes.length) visNodes.update(changes);
}
