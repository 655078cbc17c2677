// Find a signatory, with the keyboard or without.

import { plain } from "../model/text.js";
import { search } from "../model/search.js";
import { make, markOf } from "../picture/elements.js";
import { select } from "../picture/choose.js";

export const searchBox = document.getElementById("search");
const resultList = document.getElementById("results");

let hits = [];
let active = -1;

function showResults() {
  hits = search(searchBox.value);
  active = hits.length ? 0 : -1;
  const nothing = !hits.length && plain(searchBox.value) !== "";
  resultList.replaceChildren(...hits.map(resultItem));
  if (nothing) {
    resultList.append(make("li", { name: "nothing", text: "No such name here", attributes: { role: "option", "aria-disabled": "true", "aria-selected": "false" } }));
  }
  resultList.hidden = !hits.length && !nothing;
  markActive();
}

function resultItem(hit, place) {
  const item = make("li", { attributes: { role: "option", id: `result-${place}` } }, markOf(hit.node), make("span", { text: hit.node.label }));
  const { text } = hit.word;
  if (text !== hit.node.label) item.append(make("span", { name: "facts", text: text }));
  // Not "click": the box would lose the focus first and the list would close.
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(place);
  });
  return item;
}

function markActive() {
  [...resultList.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
  if (active < 0) searchBox.removeAttribute("aria-activedescendant");
  else searchBox.setAttribute("aria-activedescendant", `result-${active}`);
}

function choose(place) {
  const hit = hits[place];
  closeResults();
  if (!hit) return;
  searchBox.value = hit.node.label;
  select(hit.node.id, { reveal: true });
}

export function closeResults() {
  resultList.hidden = true;
  active = -1;
  searchBox.removeAttribute("aria-activedescendant");
}

searchBox.addEventListener("input", showResults);
searchBox.addEventListener("blur", closeResults);
searchBox.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    event.preventDefault();
    if (resultList.hidden) showResults();
    else active = (active + step + hits.length) % hits.length;
    markActive();
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    choose(active);
  } else if (event.key === "Escape") {
    closeResults();
  }
});
