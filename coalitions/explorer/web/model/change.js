// What follows from a change: whoever has to do with it is told, and the view is drawn anew.

import { presentView } from "./state.js";

export const REST = 140; // milliseconds without a change after which the hand rests

const listeners = [];

/** Be told of every change of the state; whether it is a step that "back" undoes goes along. */
export function whenChanged(listener) {
  listeners.push(listener);
}

/** After every change of the state. A small one belongs to the step before it in the history. */
export function change({ step = true } = {}) {
  for (const listener of listeners) listener({ step });
}

/** Draw the present view anew. */
export function redraw() {
  presentView().show();
}
