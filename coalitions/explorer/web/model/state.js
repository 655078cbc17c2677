// What the reader has asked for, and how it stands in the address.

import {
  byKey, colourAs, colouring, COLOURINGS, graph, near, nodes, signatories, statements, twoMode, valuesOf,
  yearOf,
} from "./data.js";
import { alike, tallyOf, usualThreshold } from "./cosigning.js";
import { views } from "./views.js";

let tallied = null;
export const groups = valuesOf(signatories, (node) => node.group);
export const events = valuesOf(statements, (node) => node.event);
export const years = valuesOf(statements, yearOf);

/** How much any two share, counted when the reader first opens the view: the largest number, and the usual threshold. */
export function sharedFacts() {
  if (tallied === null) {
    const tally = tallyOf(twoMode ? alike(statements) : []);
    // Nobody shares more than the longest record holds.
    const most = tally === null ? Math.max(...signatories.map((node) => near[node.id].size)) : tally.length - 1;
    tallied = { most: Math.max(1, most), usual: tally === null ? Math.min(2, Math.max(1, most)) : usualThreshold(tally) };
  }
  return tallied;
}

/** From how many shared statements on a line is drawn. */
export function leastShared() {
  return state.shared ?? sharedFacts().usual;
}

export function blankState() {
  return {
    view: graph.ties || graph.communities ? "cosigning" : views.keys().next().value, // what was asked for
    asked: new Map(), // statement id -> "signed" or "without"; absent: any
    hidden: new Set(), // values of the legend that are switched off
    group: "",
    event: "",
    year: "",
    selected: null,
    colour: COLOURINGS[0], // what colour stands for
    ties: graph.ties?.alpha ?? null, // level of significance of the lines; null where they are for shared statements
    shared: null, // from how many shared statements on a line is drawn; null as is usual
    moved: Object.fromEntries(placed().map((view) => [view.key, new Map()])), // by view: node id -> where the reader has put it
  };
}

/** The views whose marks the reader can put elsewhere, each with what the address calls their places. */
function placed() {
  return [...views.values()].filter((view) => view.moved);
}

export const state = blankState();

/** What the reader points at: not worth remembering. */
export const pointer = { hovered: null };

/** The view that the reader looks at. */
export function presentView() {
  return views.get(state.view);
}

export function asked(choice) {
  return statements.filter((statement) => state.asked.get(statement.id) === choice);
}

/** The state as it stands in the address, in letters that any program passes on unchanged. */
export function stateText() {
  const blank = blankState();
  const query = new URLSearchParams();
  if (state.view !== blank.view) query.set("view", state.view);
  for (const statement of statements) {
    if (state.asked.has(statement.id)) query.append(state.asked.get(statement.id), statement.key);
  }
  for (const value of [...state.hidden].sort()) query.append("hide", value);
  for (const name of ["group", "event", "year"]) if (state[name]) query.set(name, state[name]);
  if (state.colour !== blank.colour) query.set("colour", state.colour);
  if (state.ties !== blank.ties) query.set("ties", state.ties ?? "none");
  if (state.selected !== null) query.set("at", nodes[state.selected].key);
  if (state.shared !== null && state.shared !== sharedFacts().usual) query.set("shared", state.shared);
  for (const view of placed()) {
    for (const [id, { x, y }] of state.moved[view.key]) query.append(view.moved, `${nodes[id].key} ${x} ${y}`);
  }
  return query.toString();
}

/** Take over what an address says, as far as this page knows it. */
export function readState(text) {
  const query = new URLSearchParams(text);
  const read = blankState();
  if (views.has(query.get("view"))) read.view = query.get("view");
  for (const choice of ["signed", "without"]) {
    for (const key of query.getAll(choice)) {
      const node = byKey.get(key);
      if (twoMode && node?.kind === "statement") read.asked.set(node.id, choice);
    }
  }
  if (COLOURINGS.includes(query.get("colour"))) read.colour = query.get("colour");
  colourAs(read.colour);
  const known = new Set(colouring.keys.map((key) => key.value));
  for (const text of query.getAll("hide")) {
    const value = colouring.by === "side" && text === "neither" ? "" : text; // as older links call it
    if (known.has(value)) read.hidden.add(value);
  }
  for (const [name, values] of [["group", groups], ["event", events], ["year", years]]) {
    if (values.has(query.get(name))) read[name] = query.get(name);
  }
  const level = graph.ties?.levels.find(({ alpha }) => String(alpha) === query.get("ties"));
  if (level || query.get("ties") === "none") read.ties = level?.alpha ?? null;
  read.selected = byKey.get(query.get("at"))?.id ?? null;
  const shared = Number(query.get("shared"));
  const isByShared = [...views.values()].some((view) => view.isByShared);
  if (isByShared && Number.isInteger(shared) && shared >= 1 && shared <= sharedFacts().most) read.shared = shared;
  for (const view of placed()) {
    for (const text of query.getAll(view.moved)) readMoved(text, read.moved[view.key]);
  }
  Object.assign(state, read);
}

/** "CUB 120 -45": a key, which may hold spaces, and a place. */
function readMoved(text, moved) {
  const [, key, x, y] = /^(.*) (-?\d{1,6}) (-?\d{1,6})$/s.exec(text) ?? [];
  const node = byKey.get(key);
  if (node) moved.set(node.id, { x: Number(x), y: Number(y) });
}
