// The reader's doings, and what they change: first the state, then the address, then the page.

import { graph, isPartial, signatories, statements, twoMode } from "../model/data.js";
import { addViews, views } from "../model/views.js";
import { blankState, presentView, readState, state } from "../model/state.js";
import { change, redraw, whenChanged } from "../model/change.js";
import { shown, workOut } from "../model/shown.js";
import { groupWord } from "../model/words.js";
import { darkScheme, readPaint } from "../picture/paint.js";
import { make } from "../picture/elements.js";
import { hover } from "../picture/choose.js";
import { tellPartly } from "../picture/partly.js";
import { takeMoved } from "../picture/stage.js";
import { VIEWS } from "../picture/views.js";
import { showCard } from "./card.js";
import { makeFilters, showFilters, showKey } from "./filters.js";
import { makeLayers } from "./layers.js";
import { makeStatements, showAnswer, showStatements } from "./question.js";
import { makeTable, showTable } from "./table.js";
import { closeResults, searchBox } from "./search.js";
import { listed, showRegions } from "./regions.js";
import { FILES } from "./files.js";
import { address, remember } from "./address.js";
import { makeEmbed } from "./embed.js";
import { makeKeys } from "./keys.js";
import { makeLink } from "./link.js";
import { listenToPrinter } from "./paper.js";

let rendered = { view: null, version: null };

function render() {
  workOut();
  // A chosen mark that the filters take away is let go.
  if (state.selected !== null && !shown.isShown[state.selected]) state.selected = null;
  showFilters();
  showStatements();
  showAnswer();
  showTable();
  showRegions();
  showCard();
  showView();
}

function showView() {
  const view = presentView();
  const isNew = rendered.view !== view;
  if (takeMoved() || rendered.version !== shown.version) view.place?.();
  rendered = { view, version: shown.version };
  for (const button of document.querySelectorAll("#views button")) button.setAttribute("aria-pressed", String(button.value === state.view));
  for (const { box } of views.values()) box.hidden = box !== view.box;
  document.getElementById("zoom").hidden = !view.keys.zoom;
  showKey();
  view.box.setAttribute("aria-label", `${view.name}: ${view.words.line()}`);
  if (isNew) {
    hover(null);
    view.enter?.();
  }
  redraw();
  tellPartly();
}

function repaint() {
  readPaint();
  redraw();
}

function reset() {
  const { view } = state;
  Object.assign(state, blankState(), { view });
  searchBox.value = "";
  closeResults();
  listed.isWhole = false;
  change();
  presentView().keys.whole?.();
}

function listen() {
  whenChanged(({ step }) => {
    render();
    remember(step);
  });
  listenToPrinter();
  document.getElementById("reset").addEventListener("click", reset);
  for (const [name, save] of Object.entries(FILES)) document.getElementById(name).addEventListener("click", save);
  document.getElementById("regions-more").addEventListener("click", () => {
    listed.isWhole = true;
    showRegions();
  });
  document.getElementById("zoom-in").addEventListener("click", () => presentView().keys.zoom(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => presentView().keys.zoom(1 / 1.3));
  document.getElementById("zoom-all").addEventListener("click", () => presentView().keys.whole());
  window.addEventListener("popstate", () => {
    address.small = null;
    readState(location.hash.slice(1));
    render();
  });
  // What sticks must not cover what the keyboard goes to. Only those have the value that stand below
  // it: one that all of the page inherits would have all of its style worked out with every answer.
  const concerned = [document.documentElement, ...document.querySelectorAll(".side, .ask, .answer")];
  for (const [name, element] of [["--bar", document.querySelector(".always")], ["--answer", document.getElementById("answer")]]) {
    new ResizeObserver(() => {
      for (const one of concerned) one.style.setProperty(name, `${element.offsetHeight}px`);
    }).observe(element);
  }
  darkScheme.addEventListener("change", repaint);
  // On a wide screen the words on how it was made stand below all else: the page goes down to them.
  const made = document.querySelector(".foot details");
  made.addEventListener("toggle", () => { if (made.open) made.lastElementChild.scrollIntoView({ block: "nearest" }); });
}

function makeViews() {
  const group = document.getElementById("views");
  group.hidden = views.size < 2;
  for (const [view, { name }] of views) {
    const button = make("button", { text: name, attributes: { type: "button", value: view } });
    button.addEventListener("click", () => {
      state.view = view;
      change();
    });
    group.append(button);
  }
}

function makeWords() {
  for (const name of ["subtitle", "note", "what", "completeness", "source", "credit", "method"]) {
    const line = document.getElementById(name);
    line.textContent = graph[name] ?? "";
    line.hidden = !graph[name];
  }
  document.getElementById("completeness-whole").textContent = graph.completeness; // a narrow screen cuts it above
  document.getElementById("source").textContent = graph.source && `Source: ${graph.source}.`;
  document.getElementById("source-line").textContent = [graph.credit, graph.source && `Source: ${graph.source}`].filter(Boolean).join(" ");
  // Of one statement, all who are named signed exactly the same.
  document.getElementById("regions").hidden = !twoMode || statements.length < 2;
  const dated = statements.filter((statement) => statement.date).length;
  const order = !dated ? "" : dated < statements.length ? ", by date, first those without one" : ", by date";
  document.querySelector("#regions .facts").textContent = `A square for each statement${order}. Choose a row to ask for it.`;
  document.querySelector("label[for=filter-group]").textContent = groupWord();
  // An answer would be no proof where a list lacks names.
  document.getElementById("regions-title").textContent = statements.some(isPartial) ? "Who is named under exactly the same" : "Who signed exactly the same";
  if (!signatories.some((node) => node.aliases)) document.getElementById("search").placeholder = "Name"; // only known ones have others
  const found = [signatories.length && "signatory", statements.length && "statement"].filter(Boolean);
  document.getElementById("search-label").textContent = `Find a ${found.join(" or ")}`;
  if (!signatories.length) {
    document.getElementById("matches").hidden = true;
  }
}

addViews(VIEWS);
makeWords();
makeViews();
makeFilters();
makeLayers();
makeStatements();
makeTable();
makeKeys();
makeLink();
listen();
readState(location.hash.slice(1));
makeEmbed();
render();
