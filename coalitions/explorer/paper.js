// The page on paper: the picture drawn anew for the sheet, as lines and text, whatever the screen has.

const SHEET = { width: 695, height: 620, whole: 900 }; // pixels: with its margins taken off, below the title, and whole

/** Pictures for the sheet; a matrix goes on over as many as it takes, each with its head. */
function paperPictures() {
  if (state.view === "map") {
    const { side } = mapPlan(SHEET);
    const plan = mapPlan({ width: SHEET.width, height: side * grounds.rows + 16 });
    return [{ width: plan.width, height: plan.height, draw: (ctx) => drawMap(ctx, plan) }];
  }
  if (state.view === "matrix") return paperMatrix();
  const { width, height } = camera.touched ? { width: stage.clientWidth, height: stage.clientHeight } : SHEET;
  const view = camera.touched ? { position: network.getViewPosition(), scale: network.getScale() } : wholeView(width, height);
  return view ? [{ width, height, draw: (ctx) => drawStage(ctx, { width, height, ...view }) }] : [];
}

function paperMatrix() {
  const plan = matrixPlan(document.createElement("canvas").getContext("2d"), SHEET.width);
  const number = presentGrid().rows.length;
  const pictures = [];
  for (let first = 0; first < number; ) {
    const room = first === 0 ? SHEET.height : SHEET.whole;
    const rows = Math.min(number - first, Math.max(1, Math.floor((room - plan.top) / ROW)));
    const seen = { left: 0, top: first * ROW, width: plan.width, height: plan.top + rows * ROW };
    pictures.push({ ...seen, draw: (ctx) => drawMatrix(ctx, plan, seen) });
    first += rows;
  }
  return pictures;
}

/** Text is written by XML's rules, so that it stays text here too. */
function paperSvg({ width, height, draw }, place) {
  const ctx = new SvgContext(width, height, `sheet-${place}`);
  draw(ctx);
  return document.adoptNode(new DOMParser().parseFromString(String(ctx), "image/svg+xml").documentElement);
}

/** The answer first, then the picture, then what it shows. */
function putOnPaper() {
  const answer = make("p", { name: "answer", text: shown.found ? shown.answer.join(" ") : "" });
  answer.hidden = !shown.found;
  const words = make("p", { name: "facts", text: `${VIEWS.get(state.view)}: ${viewWords()}. ${isNarrowed() ? filterWords() : ""}` });
  document.getElementById("paper").replaceChildren(answer, ...paperPictures().map(paperSvg), words);
}

function listenToPrinter() {
  const details = document.querySelector(".foot details");
  for (const [event, isPrinting] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(event, () => {
      printing = isPrinting;
      pointer.hovered = null;
      document.documentElement.classList.toggle("on-paper", isPrinting); // white, before the sheet's own style holds
      details.open = isPrinting;
      paint = readPaint();
      if (isPrinting) {
        completeTable();
        putOnPaper();
      } else {
        document.getElementById("paper").replaceChildren();
        redraw();
      }
    });
  }
}
