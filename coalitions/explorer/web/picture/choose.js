// Pointing and choosing, with the pointer or with the keyboard.

import { nodes } from "../model/data.js";
import { pointer, presentView, state } from "../model/state.js";
import { change, redraw } from "../model/change.js";
import { hasMark, shown, unhide } from "../model/shown.js";
import { tip } from "./tip.js";

/** Choose a mark; what the filters hide comes into view again first. */
export function select(id, { reveal = false, step = true } = {}) {
  if (id !== null && !shown.isShown[id]) unhide(nodes[id]);
  state.selected = id;
  pointer.hovered = null;
  tip.hidden = true;
  change({ step });
  if (id === null) return;
  document.querySelector(".side").scrollTop = 0;
  presentView().keys.reveal(id, reveal);
}

export function hover(id) {
  if (pointer.hovered === id) return;
  pointer.hovered = id;
  if (id === null) tip.hidden = true;
  redraw();
}

function moveSelection(dx, dy) {
  if (!nodes.some(hasMark)) return;
  const from = state.selected !== null && hasMark(nodes[state.selected]) ? state.selected : null;
  const next = presentView().keys.neighbour(from, dx, dy);
  if (next !== null) select(next, { reveal: true, step: false });
}

const KEYS = {
  ArrowUp: () => moveSelection(0, -1),
  ArrowDown: () => moveSelection(0, 1),
  ArrowLeft: () => moveSelection(-1, 0),
  ArrowRight: () => moveSelection(1, 0),
  "+": () => presentView().keys.zoom?.(1.3),
  "=": () => presentView().keys.zoom?.(1.3),
  "-": () => presentView().keys.zoom?.(1 / 1.3),
  0: () => presentView().keys.whole?.(),
  Escape: () => select(null),
  Enter: () => document.querySelector("#card .name, #card .close")?.focus(),
};

export function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
}
