// The picture to take away: finding, key, what the stage shows, source and completeness.

import { colouring, graph, nodes } from "../model/data.js";
import { presentView, state } from "../model/state.js";
import { shown } from "../model/shown.js";
import { filterParts, filterWords, keyWord } from "../model/words.js";
import { paint } from "./paint.js";
import { SvgContext } from "./svg.js";

const EDGE = 24; // pixels round the picture
const PICTURE_TYPE = { title: 18, text: 13, foot: 11 };
const KEY_ROW = 20; // pixels from one row of keys to the next
const SHARPER = 2; // pixels of the PNG for one on the screen

/** The finding: what was asked, or else the page's title; in brackets all that a file leaves out. */
export function pictureTitle(leftOut = "") {
  const title = shown.found ? shown.answer[0] : document.getElementById("title").textContent;
  const parts = [...filterParts(), leftOut].filter(Boolean);
  return parts.length ? `${title.replace(/\.$/, "")} (only: ${parts.join("; ")})` : title;
}

/** What else there is to say of the finding, what is shown, and how. */
function pictureText() {
  const more = shown.found ? shown.answer.slice(1) : [];
  return [...more, [graph.subtitle, presentView().words.line()].filter(Boolean).join(" · ")].join(" ");
}

function pictureFoot() {
  const selected = state.selected === null ? "" : `Chosen: ${nodes[state.selected].label}.`;
  const source = graph.source && `Source: ${graph.source}.`;
  return [graph.note, graph.what, graph.completeness, filterWords(), selected, source, graph.credit, graph.method].filter(Boolean).join(" ");
}

/** Lines of a text that are no wider than there is room. */
function wrapped(ctx, text, room) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (ctx.measureText(longer).width <= room || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Say how large the picture is and how to draw it. */
function picture() {
  const ruler = document.createElement("canvas").getContext("2d");
  const body = presentView().picture.body(ruler);
  const width = Math.max(body.width, 480) + 2 * EDGE;
  const block = (size, weight, text, colour) => {
    const font = `${weight} ${size}px ${paint.font}`;
    ruler.font = font;
    const lines = wrapped(ruler, text, width - 2 * EDGE);
    return { font, lines, colour, height: lines.length * size * 1.35, step: size * 1.35 };
  };
  const title = block(PICTURE_TYPE.title, 700, pictureTitle(presentView().words.leftOut()), paint.ink);
  const text = block(PICTURE_TYPE.text, 400, pictureText(), paint.grey);
  const foot = block(PICTURE_TYPE.foot, 400, pictureFoot(), paint.grey);
  const keys = keyPlaces(ruler, width - 2 * EDGE);
  const key = 30 + KEY_ROW * (keys.length ? keys.at(-1).row : 0);
  const height = EDGE + title.height + text.height + key + body.height + 12 + foot.height + EDGE;
  const draw = (ctx) => {
    ctx.fillStyle = paint.ground;
    ctx.fillRect(0, 0, width, height);
    let y = EDGE;
    for (const part of [title, text]) y = drawBlock(ctx, part, y);
    drawKey(ctx, keys, y + 15);
    ctx.save();
    ctx.translate(EDGE, y + key);
    body.draw(ctx);
    ctx.restore();
    drawBlock(ctx, foot, y + key + body.height + 12);
  };
  return { width, height, draw };
}

function drawBlock(ctx, { font, lines, colour, step }, top) {
  Object.assign(ctx, { font, fillStyle: colour, textAlign: "left", textBaseline: "middle" });
  lines.forEach((line, place) => ctx.fillText(line, EDGE, top + (place + 0.5) * step));
  return top + lines.length * step;
}

/** Where each key of a colour stands: beside the one before, or in a new row. */
function keyPlaces(ruler, room) {
  ruler.font = `400 ${PICTURE_TYPE.text}px ${paint.font}`;
  let [x, row] = [0, 0];
  return colouring.keys.filter(({ value }) => !state.hidden.has(value)).map((key) => {
    const text = keyWord(key.value);
    const width = 15 + ruler.measureText(text).width;
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    const place = { x, row, text, colour: paint.dark ? key.dark : key.colour };
    x += width + 18;
    return place;
  });
}

function drawKey(ctx, keys, top) {
  for (const { x, row, text, colour } of keys) {
    const y = top + row * KEY_ROW;
    ctx.beginPath();
    ctx.arc(EDGE + x + 5, y, 5, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
    Object.assign(ctx, { font: `400 ${PICTURE_TYPE.text}px ${paint.font}`, fillStyle: paint.ink, textAlign: "left", textBaseline: "middle" });
    ctx.fillText(text, EDGE + x + 15, y);
  }
}

export function svgPicture() {
  const { width, height, draw } = picture();
  const ctx = new SvgContext(width, height);
  draw(ctx);
  return String(ctx);
}

export function pngPicture() {
  const { width, height, draw } = picture();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.round(width * SHARPER), height: Math.round(height * SHARPER) });
  const ctx = canvas.getContext("2d");
  ctx.scale(SHARPER, SHARPER);
  draw(ctx);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
