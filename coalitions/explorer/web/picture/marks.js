// How marks look, in every view: a state is a circle, a statement a rounded square.

import { isPartial, knownShare, numberOf } from "../model/data.js";
import { colourOf, paint } from "./paint.js";

export const SMALLEST = { statement: 7, signatory: 2.5 }; // radius in pixels, however far one zooms out
const READABLE = 6; // pixels; a smaller number in a square is left out
export const FAINT = 0.5; // what is not meant steps back, and stays readable

/** Radius in layout units; half the side of a statement's square. */
export function radiusOf(node, scale) {
  return Math.max(node.size / 2, SMALLEST[node.kind] / scale);
}

/** Draw a mark; `scale` is how many pixels a unit is, so that hairlines stay hairlines. */
export function drawMark(ctx, node, { x, y, radius, scale, faint, crowded = false }) {
  if (node.kind !== "statement") return drawCircle(ctx, node, { x, y, radius, scale, faint, crowded });
  ctx.save();
  outline(ctx, node, x, y, radius);
  ctx.fillStyle = paint.ground; // no line shines through a mark that steps back
  ctx.fill();
  ctx.globalAlpha = faint ? FAINT : 1;
  drawKnown(ctx, node, x, y, radius, scale);
  drawCount(ctx, node, x, y, radius, scale);
  ctx.restore();
}

/** A circle on a ground that parts it from lines and others; one of a crowd, too small for that, is one fill. */
function drawCircle(ctx, node, { x, y, radius, scale, faint, crowded }) {
  if (!crowded) {
    ctx.fillStyle = paint.ground;
    outline(ctx, node, x, y, radius + 0.5 / scale);
    ctx.fill();
  }
  ctx.globalAlpha = faint ? FAINT : 1;
  ctx.fillStyle = colourOf(node);
  outline(ctx, node, x, y, radius);
  ctx.fill();
  ctx.globalAlpha = 1;
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
function drawKnown(ctx, node, x, y, radius, scale) {
  const line = 1 / scale;
  ctx.save();
  ctx.clip();
  if (isPartial(node)) {
    ctx.strokeStyle = paint.unknown;
    ctx.lineWidth = 1.2 * line;
    hatch(ctx, { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }, 4 * line);
  }
  const height = 2 * radius * knownShare(node);
  ctx.fillStyle = colourOf(node);
  ctx.fillRect(x - radius, y + radius - height, 2 * radius, height);
  ctx.restore();
  outline(ctx, node, x, y, radius - line / 2);
  ctx.lineWidth = line;
  ctx.strokeStyle = colourOf(node);
  ctx.stroke();
}

/** Slanted hairlines over a rectangle, to which the caller clips. */
export function hatch(ctx, { left, top, width, height }, step) {
  ctx.beginPath();
  for (let at = -height; at < width; at += step) {
    ctx.moveTo(left + at, top + height);
    ctx.lineTo(left + at + height, top);
  }
  ctx.stroke();
}

/** The number of a statement in whichever ink reads better. */
function drawCount(ctx, node, x, y, radius, scale) {
  const text = numberOf(node);
  const size = Math.min(radius * 0.92, (radius * 2.5) / text.length);
  if (size * scale < READABLE) return;
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

export function drawRing(ctx, node, { x, y, radius, scale }) {
  outline(ctx, node, x, y, radius + 2.5 / scale);
  ctx.lineWidth = 2 / scale;
  ctx.strokeStyle = paint.ink;
  ctx.stroke();
}

/** Black or white, whichever has more contrast by WCAG's luminance. */
export function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const channel = parseInt(colour.slice(place, place + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
}
