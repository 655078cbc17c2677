// The state in the address of the page: a link holds what the reader has asked.

import { stateText } from "../model/state.js";
import { REST } from "../model/change.js";
import { FULL, isGuest, isWhole } from "../picture/guest.js";

export const address = { small: null, timer: 0, last: -Infinity }; // a small change that waits, and when the last was written

/**
 * Put the state into the address: at once as a step that "back" undoes, or as a change of the last step.
 * Of many small changes in a row, a browser takes one now and then.
 */
export function remember(step) {
  if (step && !isGuest) { // in a frame, "back" is that of the page around
    writeSmall(); // it belongs to the step before
    return writeAddress(stateText(), "pushState");
  }
  clearTimeout(address.timer);
  address.small = stateText();
  if (performance.now() - address.last > REST) writeSmall();
  else address.timer = setTimeout(writeSmall, REST);
}

function writeSmall() {
  const text = address.small;
  address.small = null;
  if (text !== null) writeAddress(text, "replaceState");
}

function writeAddress(state, how) {
  const text = [isWhole && FULL, state].filter(Boolean).join("&");
  if (text === location.hash.slice(1)) return;
  address.last = performance.now();
  try {
    history[how](null, "", `${location.href.split("#")[0]}${text && "#"}${text}`);
  } catch {
    // Inside a notebook the page has no address of its own.
  }
}
