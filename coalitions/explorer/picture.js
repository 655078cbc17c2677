// The picture to take away: finding, key, what the stage shows, source and completeness.

const EDGE = 24; // pixels round the picture
const PICTURE_TYPE = { title: 18, text: 13, foot: 11 };
const SHARPER = 2; // pixels of the PNG for one on the screen

/** The finding of the picture: what was asked, or else the page's title. */
function pictureTitle() {
  const title = document.getElementById("title").textContent;
  return shown.found ? shown.answer[0] : title;
}

/** What else there is to say of the finding, what is shown, and how. */
function pictureText() {
  const more = shown.found ? shown.answer.slice(1) : [];
  return [...more, [graph.subtitle, viewWords()].filter(Boolean).join(" · ")].join(" ");
}

function pictureFoot() {
  const selected = state.selected === null ? "" : `Chosen: ${nodes[state.selected].label}.`;
  const source = graph.source && `Source: ${graph.source}.`;
  return [graph.completeness, filterWords(), selected, source, graph.method].filter(Boolean).join(" ");
}

/** What the stage shows, at its own size; of the matrix all rows and columns. */
function pictureBody(ctx) {
  if (state.view === "map") {
    const plan = mapPlan(mapRoom());
    return { width: plan.width, height: plan.height, draw: (surface) => drawMap(surface, plan) };
  }
  if (state.view !== "matrix") {
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    const view = { width, height, position: network.getViewPosition(), scale: network.getScale() };
    return { width: Math.max(width, 320), height, draw: (surface) => drawStage(surface, view) };
  }
  const plan = matrixPlan(ctx, matrixBox.clientWidth);
  const seen = { left: 0, top: 0, width: plan.width, height: plan.height };
  return { ...seen, draw: (surface) => drawMatrix(surface, plan, seen) };
}

/** The network as it is seen through a window: where its middle is, and how near. */
function drawStage(ctx, { width, height, position, scale }) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.clip();
  ctx.translate(width / 2, height / 2);
  ctx.scale(scale, scale);
  ctx.translate(-position.x, -position.y);
  drawNetwork(ctx, scale, (surface) => strokeLines(surface, presentBundles().list));
  ctx.restore();
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
  const body = pictureBody(ruler);
  const width = Math.max(body.width, 480) + 2 * EDGE;
  const block = (size, weight, text, colour) => {
    const font = `${weight} ${size}px ${paint.font}`;
    ruler.font = font;
    const lines = wrapped(ruler, text, width - 2 * EDGE);
    return { font, lines, colour, height: lines.length * size * 1.35, step: size * 1.35 };
  };
  const title = block(PICTURE_TYPE.title, 700, pictureTitle(), paint.ink);
  const text = block(PICTURE_TYPE.text, 400, pictureText(), paint.grey);
  const foot = block(PICTURE_TYPE.foot, 400, pictureFoot(), paint.grey);
  const key = 30;
  const height = EDGE + title.height + text.height + key + body.height + 12 + foot.height + EDGE;
  const draw = (ctx) => {
    ctx.fillStyle = paint.ground;
    ctx.fillRect(0, 0, width, height);
    let y = EDGE;
    for (const part of [title, text]) y = drawBlock(ctx, part, y);
    drawKey(ctx, y + key / 2);
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

function drawKey(ctx, y) {
  let x = EDGE;
  for (const key of colourKeys()) {
    if (state.hidden.has(key.value)) continue;
    ctx.beginPath();
    ctx.arc(x + 5, y, 5, 0, 2 * Math.PI);
    ctx.fillStyle = paint.dark ? key.dark : key.colour;
    ctx.fill();
    Object.assign(ctx, { font: `400 ${PICTURE_TYPE.text}px ${paint.font}`, fillStyle: paint.ink, textAlign: "left", textBaseline: "middle" });
    ctx.fillText(keyWord(key.value), x + 15, y);
    x += 15 + ctx.measureText(keyWord(key.value)).width + 18;
  }
}

function svgPicture() {
  const { width, height, draw } = picture();
  const ctx = new SvgContext(width, height);
  draw(ctx);
  return String(ctx);
}

function pngPicture() {
  const { width, height, draw } = picture();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.round(width * SHARPER), height: Math.round(height * SHARPER) });
  const ctx = canvas.getContext("2d");
  ctx.scale(SHARPER, SHARPER);
  draw(ctx);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
