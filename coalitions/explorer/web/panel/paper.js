// The page on paper: the picture drawn anew for the sheet, as lines and text, whatever the screen has.

import { pointer, presentView } from "../model/state.js";
import { redraw } from "../model/change.js";
import { isNarrowed, shown } from "../model/shown.js";
import { filterWords } from "../model/words.js";
import { paint, readPaint } from "../picture/paint.js";
import { make } from "../picture/elements.js";
import { SvgContext } from "../picture/svg.js";
import { completeCard } from "./card.js";
import { completeStatements, statementsAsBefore } from "./question.js";
import { completeTable } from "./table.js";

const SHEET = { width: 695, height: 620, whole: 900 }; // pixels: with its margins taken off, below the title, and whole

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
  const words = make("p", { name: "facts", text: `${presentView().name}: ${presentView().words.line()}. ${isNarrowed() ? filterWords() : ""}` });
  document.getElementById("paper").replaceChildren(answer, ...presentView().picture.paper(SHEET).map(paperSvg), words);
}

export function listenToPrinter() {
  const details = document.querySelector(".foot details");
  for (const [event, isPrinting] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(event, () => {
      paint.printing = isPrinting;
      pointer.hovered = null;
      document.documentElement.classList.toggle("on-paper", isPrinting); // white, before the sheet's own style holds
      details.open = isPrinting;
      readPaint();
      if (isPrinting) {
        completeTable();
        completeStatements();
        completeCard();
        putOnPaper();
      } else {
        document.getElementById("paper").replaceChildren();
        statementsAsBefore();
        redraw();
      }
    });
  }
}
