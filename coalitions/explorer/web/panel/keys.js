// The keyboard's own way through the page: single keys go from part to part, and "?" lists them.

import { views } from "../model/views.js";
import { presentView, state } from "../model/state.js";
import { change } from "../model/change.js";
import { make } from "../picture/elements.js";

const dialog = document.getElementById("keys");
const isOn = document.getElementById("keys-on");

/** Where a single key goes, and what that is. */
const PLACES = {
  "/": ["find a signatory or statement", () => document.getElementById("search")],
  p: ["picture", () => presentView().box],
  q: ["question: who signed what?", () => document.getElementById("ask")],
  c: ["card of what is chosen", () => document.querySelector("#card .close")],
  m: ["matching signatories", () => document.querySelector("#rows .name")],
  e: ["who signed exactly the same", () => document.querySelector("#regions-list button")],
  "?": ["these keys", () => dialog],
};

const IN_PICTURE = [
  ["← ↑ → ↓", "from mark to mark"],
  ["Enter", "to the card of the mark"],
  ["Escape", "let go of the mark"],
  ["+ − 0", "nearer, farther, all"],
];

function listOf(heading, keys) {
  const rows = keys.flatMap(([key, words]) => [make("dt", {}, make("kbd", { text: key })), make("dd", { text: words })]);
  return [make("h3", { text: heading }), make("dl", {}, ...rows)];
}

function showKeys() {
  if (!dialog.open) dialog.showModal();
}

function onKey(event) {
  const isTyped = event.target.matches("input[type=search], input[readonly], select, [contenteditable]");
  if (isTyped || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !isOn.checked) return;
  const view = [...views.keys()][Number(event.key) - 1];
  if (view) {
    state.view = view;
    change();
    presentView().box.focus();
  } else if (event.key === "?") {
    showKeys();
  } else if (PLACES[event.key]) {
    const place = PLACES[event.key][1]();
    if (!place || !place.checkVisibility()) return;
    place.focus();
    place.scrollIntoView({ block: "nearest" });
  } else {
    return;
  }
  event.preventDefault();
}

export function makeKeys() {
  const numbers = [...views.values()].map(({ name }, place) => [String(place + 1), `view: ${name}`]);
  const anywhere = [["Tab", "from control to control"], ...Object.entries(PLACES).map(([key, [words]]) => [key, words])];
  document.getElementById("keys-list").replaceChildren(
    ...listOf("On the whole page", [...anywhere, ...(views.size > 1 ? numbers : [])]), ...listOf("In the picture", IN_PICTURE),
  );
  document.getElementById("keys-button").addEventListener("click", showKeys);
  document.addEventListener("keydown", onKey);
}
