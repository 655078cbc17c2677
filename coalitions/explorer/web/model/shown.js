// What is in view: what the filters leave, whom the question finds, what is lit.

import {
  colourAs, colouring, MORE, near, nodes, signatories, statements, twoMode, yearOf,
} from "./data.js";
import { matching } from "./bounds.js";
import { asked, pointer, presentView, state } from "./state.js";

/** Of a view that counts none. */
export const NO_LINES = { bundles: [], all: 0, drawn: 0, from: 0 };

/** Worked out afresh from the state after each change; drawing reads it and changes nothing. */
export const shown = {
  statements: [], // that the filters leave, by date
  signatories: [], // the same
  records: new Map(), // signatory id -> side, colours and number of statements, of those in view
  recorded: "", // changes with the records
  isShown: new Uint8Array(nodes.length),
  found: null, // ids of those who match the question; null where nothing is asked
  rows: [], // of those who match, the ones that the filters leave, by name
  answer: [], // sentences, the finding first
  lines: NO_LINES, // those that the view counts
  filters: "", // what was filtered by
  version: "", // changes with the marks and lines in view
};

/** In which order the table lists the signatories. */
const alphabetical = signatories.slice().sort((one, other) => one.label.localeCompare(other.label, "en"));

export function workOut() {
  colourAs(state.colour);
  const filters = JSON.stringify([[...state.hidden].sort(), state.group, state.event, state.year, state.colour]);
  if (shown.filters !== filters) workOutFilters();
  shown.filters = filters;
  const version = JSON.stringify([filters, state.view, state.shared, presentView().ties.version?.()]);
  if (shown.version !== version) shown.lines = presentView().ties.lines();
  shown.version = version;
  const [signed, without] = [asked("signed"), asked("without")];
  const open = signed.length + without.length > 0;
  shown.found = open ? new Set(matching(signed, without).map((node) => node.id)) : null;
  shown.rows = alphabetical.filter((node) => shown.isShown[node.id] && (!open || shown.found.has(node.id)));
}

/** Whether only the statements of an event or a year count: then sides are those taken under them. */
export function isOfSome() {
  return twoMode && Boolean(state.event || state.year);
}

/** The statements of the event and the year. */
export function statementsOf({ event, year }) {
  return statements.filter((node) => (!event || node.event === event) && (!year || yearOf(node) === year));
}

const sideLooks = new Map([...signatories, ...statements].reverse().map((node) => [node.side, node]));

/** The side that a signatory took under some statements: "both" is both of them within these. */
function sideUnder(node, list) {
  const sides = new Set(list.filter((one) => one.side && near[one.id].has(node.id)).map((one) => one.side));
  if (sides.size > 1) return MORE;
  return sides.values().next().value ?? "";
}

/** A signatory as its marks and words have it: over all, or where an event or a year is chosen, over these statements. */
export function viewOf(node) {
  return shown.records.get(node.id) ?? node;
}

/** What the key of a node is called. */
export function legendValue(node) {
  const value = colouring.by === "side" ? (viewOf(node).side ?? node.side) : node[colouring.by];
  return colouring.keyOf.get(value)?.value ?? value;
}

function workOutRecords() {
  const key = JSON.stringify([state.event, state.year, [...state.hidden].sort(), state.colour]);
  if (shown.recorded === key) return;
  shown.recorded = key;
  shown.records = new Map();
  if (!twoMode) return;
  const list = statementsOf(state);
  const seen = new Set(shown.statements.map((one) => one.id));
  if (seen.size === statements.length) return;
  for (const node of signatories) {
    const side = isOfSome() ? sideUnder(node, list) : node.side;
    const { colour, dark } = (colouring.by === "side" && side !== node.side && sideLooks.get(side)) || node;
    let count = 0;
    for (const id of near[node.id]) count += seen.has(id);
    shown.records.set(node.id, { side, colour, dark, count });
  }
}

function workOutFilters() {
  const hides = (node) => state.hidden.has(legendValue(node));
  const narrowed = Boolean(state.event || state.year);
  // Where colour is the group, a statement has none and stays.
  const stays = (node) => !((colouring.by === "side" || !signatories.length) && state.hidden.has(legendValue(node)));
  shown.statements = statementsOf(state).filter(stays);
  workOutRecords();
  shown.isShown.fill(0);
  for (const node of shown.statements) shown.isShown[node.id] = 1;
  shown.signatories = signatories.filter(
    (node) =>
      !hides(node) &&
      (!state.group || node.group === state.group) &&
      (!narrowed || near[node.id].ids.some((id) => shown.isShown[id])),
  );
  for (const node of shown.signatories) shown.isShown[node.id] = 1;
}

/** Whether a node has a mark in the present view. */
export function hasMark(node) {
  return shown.isShown[node.id] === 1 && presentView().ties.hasMark(node);
}

/** Who is tied to a node in the present view. */
export function neighbours(id) {
  return presentView().ties.neighbours(id);
}

/** What the reader points at, has chosen or asks for: the marks to lift, and those to name first. */
export function focus() {
  const centre = pointer.hovered ?? state.selected;
  if (centre !== null && hasMark(nodes[centre])) return { centre, lit: new Set([centre, ...neighbours(centre)]) };
  if (shown.found) return { centre: null, lit: new Set([...shown.found, ...asked("signed").map((one) => one.id)]) };
  return null;
}

/** The nodes that a download holds: those who match, with the statements they are asked for. */
export function takenAway() {
  const { takes, hasMark: isDrawn } = presentView().ties; // a file holds what no picture could
  const isTaken = (node) => shown.isShown[node.id] === 1 && (takes ?? isDrawn)(node);
  if (!shown.found) return nodes.filter(isTaken);
  return nodes.filter((node) => isTaken(node) && (shown.found.has(node.id) || state.asked.get(node.id) === "signed"));
}

export function isNarrowed() {
  return Boolean(state.hidden.size || state.group || state.event || state.year);
}

/** Let a node come into view again that the filters hide. */
export function unhide(node) {
  state.hidden.delete(legendValue(node));
  workOut();
  if (!shown.isShown[node.id]) Object.assign(state, { group: "", event: "", year: "", hidden: new Set() });
}
