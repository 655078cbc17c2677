// What is in view: side or group, regional group, event, year; and from how many shared statements on.

import { counted, grouped } from "../model/text.js";
import {
  colouring, graph, near, signatories, statements, valuesOf, yearOf,
} from "../model/data.js";
import {
  events, groups, leastShared, presentView, sharedFacts, state, years,
} from "../model/state.js";
import { change } from "../model/change.js";
import { presentLevel } from "../model/ties.js";
import { isOfSome, legendValue, statementsOf } from "../model/shown.js";
import { keyWord } from "../model/words.js";
import { make, tint } from "../picture/elements.js";
import { lineWords } from "../picture/cosigning.js";
import { showLayers } from "./layers.js";

const legendInputs = new Map(); // value -> its check box, and where its number stands
let legendOf = ""; // what colour stands for in the legend
const SELECTS = { group: groups, event: events, year: years };
const slider = document.getElementById("shared");

/** The legend of what colour stands for at present. */
function makeLegend() {
  const legend = document.getElementById("legend");
  legendOf = colouring.by;
  legendInputs.clear();
  legend.replaceChildren(legend.firstElementChild);
  for (const key of colouring.keys) {
    const input = make("input", { attributes: { type: "checkbox", value: key.value } });
    input.addEventListener("change", () => {
      if (input.checked) state.hidden.delete(key.value);
      else state.hidden.add(key.value);
      change();
    });
    const count = make("span", { name: "count" });
    legendInputs.set(key.value, { input, count, all: key.count });
    const swatch = tint(make("span", { name: "swatch", attributes: { "aria-hidden": "true" } }), key);
    legend.append(make("label", {}, input, swatch, make("span", { text: keyWord(key.value) }), count));
  }
  // One key that says "none recorded" tells nobody anything.
  legend.hidden = legendInputs.size < 2 && !(colouring.keys.length && keyWord(colouring.keys[0].value));
}

export function makeFilters() {
  for (const [name, values] of Object.entries(SELECTS)) makeSelect(name, values);
  slider.addEventListener("input", () => {
    state.shared = Number(slider.value);
    change({ step: false });
  });
}

function makeSelect(name, values) {
  const select = document.getElementById(`filter-${name}`);
  const isInLegend = colouring.by === "group" && colouring.keys.every((key) => key.values.length === 1);
  // What does not tell anything apart, or is in the legend already, needs no control.
  select.parentElement.hidden = values.size < 2 || (name === "group" && isInLegend);
  const sorted = [...values].sort(([one], [other]) => one.localeCompare(other, "en"));
  for (const [value] of sorted) select.append(make("option", { text: value, attributes: { value } }));
  select.addEventListener("change", () => {
    state[name] = select.value;
    change();
  });
}

/** What the marks mean; in some views it depends on what is asked. */
export function showKey() {
  const items = presentView().words.key().map(([mark, text, inside = ""]) => keyItem(mark, inside, text));
  document.getElementById("key").replaceChildren(...items);
}

function keyItem(mark, inside, text) {
  return make("span", { name: "pair" }, make("span", { name: `mark ${mark}`, text: inside, attributes: { "aria-hidden": "true" } }), make("span", { text }));
}

export function showFilters() {
  if (legendOf !== colouring.by) makeLegend();
  for (const [value, { input }] of legendInputs) input.checked = !state.hidden.has(value);
  for (const name of Object.keys(SELECTS)) document.getElementById(`filter-${name}`).value = state[name];
  showCounts();
  showLayers(presentView());
  const isByShared = presentView().isByShared && presentLevel() === null;
  document.getElementById("shared-row").hidden = !isByShared;
  if (isByShared) showSlider();
}

let toldFor = "";

/** Beside each filter, how many it would leave with the others as they are; in the legend also how many there are in all. */
function showCounts() {
  const key = JSON.stringify([state.event, state.year, state.group, [...state.hidden].sort(), state.colour]);
  if (toldFor === key) return;
  toldFor = key;
  const within = signatories.length ? beforeLegend() : statementsOf(state);
  const here = new Map();
  for (const node of within) here.set(legendValue(node), (here.get(legendValue(node)) ?? 0) + 1);
  for (const [value, { count, all }] of legendInputs) {
    const number = here.get(value) ?? 0;
    const isAll = within.length === (signatories.length || statements.length);
    count.textContent = isAll ? grouped(all) : `${grouped(number)} filtered, ${grouped(all)} in all`;
  }
  const sides = (node) => !(colouring.by === "side" || !signatories.length) || !state.hidden.has(legendValue(node));
  tellOptions("event", valuesOf(statementsOf({ ...state, event: "" }).filter(sides), (node) => node.event), ["statement"]);
  tellOptions("year", valuesOf(statementsOf({ ...state, year: "" }).filter(sides), yearOf), ["statement"]);
  const hides = (node) => state.hidden.has(legendValue(node));
  tellOptions("group", valuesOf(underFilters().filter((node) => !hides(node)), (node) => node.group), graph.noun);
}

/** Who is named under a statement of the event and the year. */
function underFilters() {
  if (!isOfSome()) return signatories;
  const ids = new Set(statementsOf(state).map((one) => one.id));
  return signatories.filter((node) => near[node.id].ids.some((id) => ids.has(id)));
}

/** Whom the legend tells apart: those whom the other filters leave. */
function beforeLegend() {
  return underFilters().filter((node) => !state.group || node.group === state.group);
}

function tellOptions(name, numbers, noun) {
  for (const option of document.getElementById(`filter-${name}`).options) {
    if (!option.value) continue;
    const text = `${option.value} · ${counted(numbers.get(option.value) ?? 0, ...noun)}`;
    if (option.textContent !== text) option.textContent = text;
  }
}

function showSlider() {
  slider.max = String(sharedFacts().most);
  slider.disabled = slider.max === slider.min; // there is nothing to choose
  slider.value = String(leastShared());
  slider.setAttribute("aria-valuetext", `${counted(leastShared(), "statement")}, ${lineWords()}`);
  document.getElementById("shared-words").textContent = `${leastShared()} · ${lineWords()}`;
}
