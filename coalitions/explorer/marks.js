// How marks and lines look: a state is a circle, a statement a rounded square.

const SMALLEST = { statement: 7, signatory: 2.5 }; // radius in pixels, however far one zooms out
const READABLE = 6; // pixels; a smaller number in a square is left out
const FAINT = 0.5; // what is not meant steps back, and stays readable

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
let printing = false;
let paint = readPaint();
let lifted = null; // the focus, found once a frame

function readPaint() {
  const css = getComputedStyle(document.documentElement);
  const read = (name) => css.getPropertyValue(name).trim();
  return {
    dark: darkScheme.matches && !printing,
    ground: read("--ground"), ink: read("--ink"), grey: read("--grey"), edge: read("--edge"), unknown: read("--unknown"),
    font: getComputedStyle(document.body).fontFamily,
  };
}

function colourOf(node) {
  return paint.dark ? node.dark : node.colour;
}

/** The more lines, the fainter each, so that a crowd of them reads as a tone and not as a blot. */
function edgeLook(edge) {
  const opacity = Math.max(0.04, 0.28 * Math.min(1, Math.sqrt(180 / edges.length)));
  const colour = { color: paint.edge, highlight: paint.edge, hover: paint.edge, inherit: false, opacity };
  return { color: colour, width: edge.jaccard === undefined ? 0.7 : 0.4 + 1.6 * edge.jaccard };
}

/** Radius in layout units; half the side of a statement's square. */
function radiusOf(node) {
  return Math.max(node.size / 2, SMALLEST[node.kind] / network.getScale());
}

function drawMark(node, { ctx, x, y }) {
  const radius = radiusOf(node);
  return {
    drawNode: () => {
      ctx.save();
      outline(ctx, node, x, y, radius);
      ctx.fillStyle = paint.ground; // no line shines through a mark that steps back
      ctx.fill();
      ctx.globalAlpha = lifted && !lifted.lit.has(node.id) ? FAINT : 1;
      if (node.kind === "statement") drawKnown(ctx, node, x, y, radius);
      else {
        ctx.fillStyle = colourOf(node);
        ctx.fill();
        ctx.lineWidth = 1 / network.getScale();
        ctx.strokeStyle = paint.ground;
        ctx.stroke();
      }
      if (node.kind === "statement") drawCount(ctx, node, x, y, radius);
      if (node.id === view.selected || node.id === view.hovered) drawRing(ctx, node, x, y, radius);
      ctx.restore();
    },
    nodeDimensions: { width: 2 * radius, height: 2 * radius },
  };
}

function outline(ctx, node, x, y, radius) {
  ctx.beginPath();
  if (node.kind === "statement") {
    ctx.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, 0.28 * radius);
  } else {
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

/** Solid as far up as the names are known, hatched for the rest: never a colour for the unknown. */
function drawKnown(ctx, node, x, y, radius) {
  const line = 1 / network.getScale();
  ctx.save();
  ctx.clip();
  ctx.strokeStyle = paint.unknown;
  ctx.lineWidth = 1.2 * line;
  ctx.beginPath();
  for (let at = -2 * radius; at < 2 * radius && isPartial(node); at += 4 * line) {
    ctx.moveTo(x + at - radius, y + radius);
    ctx.lineTo(x + at + radius, y - radius);
  }
  ctx.stroke();
  const height = 2 * radius * knownShare(node);
  ctx.fillStyle = colourOf(node);
  ctx.fillRect(x - radius, y + radius - height, 2 * radius, height);
  ctx.restore();
  outline(ctx, node, x, y, radius - line / 2);
  ctx.lineWidth = line;
  ctx.strokeStyle = colourOf(node);
  ctx.stroke();
}

/** The declared number, or the named where none was declared, in whichever ink reads better. */
function drawCount(ctx, node, x, y, radius) {
  const text = String(node.count);
  const size = Math.min(radius * 0.92, (radius * 2.5) / text.length);
  if (size * network.getScale() < READABLE) return;
  ctx.font = `700 ${size}px ${paint.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = isPartial(node) ? paint.ink : inkOn(colourOf(node));
  if (isPartial(node)) {
    ctx.lineJoin = "round";
    ctx.lineWidth = size * 0.3;
    ctx.strokeStyle = paint.ground;
    ctx.strokeText(text, x, y + radius * 0.05);
  }
  ctx.fillText(text, x, y + radius * 0.05);
}

function drawRing(ctx, node, x, y, radius) {
  const scale = network.getScale();
  outline(ctx, node, x, y, radius + 2.5 / scale);
  ctx.lineWidth = 2 / scale;
  ctx.strokeStyle = paint.ink;
  ctx.stroke();
}

/** Black or white, whichever has more contrast by WCAG's luminance. */
function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const channel = parseInt(colour.slice(place, place + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
}
