// What the two networks have in common as views.

import { nodes } from "../model/data.js";
import { change } from "../model/change.js";
import { hasMark } from "../model/shown.js";
import { radiusOf } from "./marks.js";
import { showTip } from "./tip.js";
import { hover, onKey, select } from "./choose.js";
import { camera, keepPlaces, network, stage, takePlaces } from "./stage.js";
import {
  centreOn, drawStage, isInView, neighbourTowards, nodeNear, showAll, wholeView, zoomBy,
} from "./drawing.js";
import { anyView } from "./view.js";

export const onStage = {
  ...anyView,
  box: stage,
  show: () => network.body.emitter.emit("_requestRedraw"), // once a frame, however much has changed
  place: putUp,
  enter() {
    network.setSize("100%", "100%");
    showAll();
  },
  keys: {
    neighbour: (from, dx, dy) => (from === null ? nodes.find(hasMark).id : neighbourTowards(from, dx, dy)),
    reveal(id, isAsked) {
      if (isAsked && hasMark(nodes[id]) && !isInView(id)) centreOn(id);
    },
    zoom: zoomBy,
    whole: showAll,
  },
  picture: { body: stageBody, paper: stagePaper },
  words: { ...anyView.words, leftOut: () => (isCut() ? "part of the network" : "") },
};

/** Where other marks come into view, a picture that nobody has moved makes room for them. */
function putUp() {
  takePlaces();
  if (!camera.touched && stage.clientWidth && network.body.nodeIndices.some((id) => !isInView(id, 0))) showAll();
}

/** Whether marks are out of the window that the reader has moved. */
function isCut() {
  return camera.touched && network.body.nodeIndices.some((id) => !isInView(id, 0));
}

/** What the stage shows, at its own size. */
function stageBody() {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const view = { width, height, position: network.getViewPosition(), scale: network.getScale() };
  return { width: Math.max(width, 320), height, draw: (surface) => drawStage(surface, view) };
}

/** A picture that nobody has touched fills the sheet; else the sheet has the part that the reader sees. */
function stagePaper(sheet) {
  const { width, height } = camera.touched ? { width: stage.clientWidth, height: stage.clientHeight } : sheet;
  const view = camera.touched ? { position: network.getViewPosition(), scale: network.getScale() } : wholeView(width, height);
  return view ? [{ width, height, draw: (ctx) => drawStage(ctx, { width, height, ...view }) }] : [];
}

function listen() {
  network.on("hoverNode", ({ node }) => {
    hover(node);
    showTip(nodes[node], network.canvasToDOM(network.getPosition(node)), radiusOf(nodes[node], network.getScale()) * network.getScale() + 10);
  });
  network.on("blurNode", () => hover(null));
  network.on("click", ({ pointer: { DOM } }) => select(nodeNear(DOM)));
  network.on("dragStart", () => hover(null));
  network.on("zoom", () => {
    camera.touched = true;
    hover(null);
  });
  network.on("dragEnd", ({ nodes: moved }) => {
    camera.touched = true;
    if (moved.length) {
      keepPlaces(moved);
      change();
    }
    network.unselectAll();
  });
  // The stage changes its size with the window; an untouched picture keeps filling it.
  // Afterwards, for vis-network stretches its own last view once all have heard of the new size.
  network.on("resize", () => queueMicrotask(() => { if (!camera.touched && !stage.hidden) showAll(); }));
  stage.addEventListener("pointerleave", () => hover(null));
  stage.addEventListener("keydown", onKey);
}

listen();
