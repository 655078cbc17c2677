// The stage of the two networks: vis-network holds, moves and finds the marks.

import { corpus, nodes, signatories, statements } from "../model/data.js";
import { views } from "../model/views.js";
import { presentView, state } from "../model/state.js";
import { hasMark } from "../model/shown.js";
import { isGuest } from "./guest.js";

export const stage = document.getElementById("network");
export const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** What the reader does with the picture and what is not worth remembering. */
export const camera = { moved: 0, touched: false };

export const network = new vis.Network(
  stage,
  {
    nodes: new vis.DataSet([...signatories, ...statements].map((node) => ({
      id: node.id, x: node.x, y: node.y, shape: "dot", size: node.size / 2,
    }))),
    // Lines are drawn in bundles: one by one, thousands of them would hold up every frame.
    edges: new vis.DataSet([]),
  },
  // In a frame, the wheel scrolls the page around.
  { ...corpus.options, interaction: { ...corpus.options.interaction, zoomView: !isGuest } },
);

/** Where the marks stand, by view: at home, or where the reader has put them. */
const standing = {
  places: new Map(),
  takenFor: null, // the state's `moved` that they stand for
  view: null, // the view whose places the marks have now
  apart: new Map(), // who stands elsewhere, as it has company that it would hide
};

export function placeOf(id) {
  return network.body.nodes[id];
}

/** Where the reader has put marks; all others stay at home. True where that is news. */
export function takeMoved() {
  if (standing.takenFor === state.moved) return false;
  const places = [...views.values()].filter((view) => view.moved)
    .map((view) => [view.key, nodes.map((node) => state.moved[view.key].get(node.id) ?? view.home(node))]);
  Object.assign(standing, { places: new Map(places), takenFor: state.moved, view: null });
  camera.moved += 1;
  return true;
}

/** Take the places of the present view, and let nothing but its marks be seen and touched. */
export function takePlaces() {
  const view = state.view;
  const apart = presentView().ties.apart?.() ?? new Map();
  const list = [];
  for (const node of [...signatories, ...statements]) {
    const mark = network.body.nodes[node.id];
    if (view !== standing.view || standing.apart.has(node.id)) Object.assign(mark, standing.places.get(view)[node.id]);
    if (!state.moved[view].has(node.id)) Object.assign(mark, apart.get(node.id));
    mark.options.hidden = !hasMark(node);
    if (!mark.options.hidden) list.push(node.id);
  }
  Object.assign(standing, { view, apart });
  network.body.nodeIndices = list;
}

/** Whole units are near enough, and short in the address. */
export function keepPlaces(ids) {
  const moved = new Map(state.moved[standing.view]);
  for (const id of ids) moved.set(id, { x: Math.round(placeOf(id).x), y: Math.round(placeOf(id).y) });
  state.moved = { ...state.moved, [standing.view]: moved };
}

/** Where a mark stands: in the present view, or else in the first that has places. */
export function savedPlace(node) {
  return (standing.places.get(state.view) ?? standing.places.values().next().value)[node.id];
}

// To vis-network a mark is only a place that can be pointed at and dragged: its own way to draw
// thousands of them would take a third of a frame, for nothing.
network.renderer._drawNodes = () => ({ drawExternalLabels: () => {} });
