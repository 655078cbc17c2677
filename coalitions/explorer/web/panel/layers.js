// Where the page has them: what a line stands for, and what colour stands for.

import { capital, counted } from "../model/text.js";
import { COLOURINGS, graph, hasSides } from "../model/data.js";
import { state } from "../model/state.js";
import { change } from "../model/change.js";
import { presentLevel } from "../model/ties.js";
import { groupWord } from "../model/words.js";
import { make } from "../picture/elements.js";
import { lineWords } from "../picture/cosigning.js";

const SHARED = "shared";
const words = make("span", { attributes: { id: "ties-words" } });
const selects = {};

export function makeLayers() {
  if (COLOURINGS.length > 1) makeColours();
  if (graph.ties) makeTies();
}

function makeSelect(id, label, options, choose) {
  const select = make("select", { attributes: { id } }, ...options.map(([value, text]) => make("option", { text, attributes: { value } })));
  select.addEventListener("change", () => {
    choose(select.value);
    change();
  });
  selects[id] = select;
  return [make("label", { text: label, attributes: { for: id } }), select];
}

function makeColours() {
  const names = { community: "Community", side: hasSides ? "Side" : "one for all", part: "List", group: groupWord() };
  const row = make("p", { name: "filter" }, ...makeSelect("colour", "Colour", COLOURINGS.map((by) => [by, names[by]]), (by) => {
    state.hidden.clear(); // another colour has other keys
    state.colour = by;
  }));
  document.getElementById("reset").before(row);
}

function makeTies() {
  const levels = graph.ties.levels.map(({ alpha, number }) => [String(alpha), `significant, p ≤ ${alpha}: ${counted(number, "tie")}`]);
  const row = make("p", { attributes: { id: "ties-row" } }, ...makeSelect("ties", "Lines", [[SHARED, "shared statements"], ...levels], (value) => {
    state.ties = value === SHARED ? null : Number(value);
  }), words);
  document.getElementById("shared-row").before(row);
}

/** Under a level of ties nobody asks for a number of shared statements. */
export function showLayers({ isByShared }) {
  if (selects.colour) selects.colour.value = state.colour;
  if (!selects.ties) return;
  const level = presentLevel();
  document.getElementById("ties-row").hidden = !isByShared;
  selects.ties.value = level ? String(level.alpha) : SHARED;
  const told = level && isByShared ? capital(lineWords()) : "";
  words.textContent = level?.number && told === counted(level.number, "tie") ? "" : told; // the choice says so
}
