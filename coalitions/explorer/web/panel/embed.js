// The page within another: picture first, a link to the whole of it, and its height told to who holds it.

import { whenChanged } from "../model/change.js";
import { FULL, isGuest } from "../picture/guest.js";
import { pageLink } from "./link.js";

const STAGE = { least: 240, share: 0.72, most: 620 }; // pixels, and of the width: how high the picture likes to be

/** How high the page likes to be: all that stands around the picture, and a picture that suits the width. */
function wantedHeight() {
  const around = [".head", ".always", ".picture", ".foot"].reduce((sum, part) => sum + document.querySelector(part).offsetHeight, 0);
  const stage = document.querySelector(".stage").offsetHeight;
  const wanted = Math.min(STAGE.most, Math.max(STAGE.least, STAGE.share * window.innerWidth));
  return Math.ceil(around - stage + wanted);
}

let told = 0;

/** Say `{ type: "coalitions-height", height }` to the page around, whatever page that is: nothing in it is secret. */
function tellHeight() {
  const height = wantedHeight();
  if (height === told || window.parent === window) return;
  told = height;
  window.parent.postMessage({ type: "coalitions-height", height }, "*");
}

export function makeEmbed() {
  if (!isGuest) return;
  const link = document.getElementById("full");
  const follow = () => { link.href = pageLink(FULL); };
  link.hidden = false;
  follow();
  whenChanged(follow);
  for (const part of document.querySelectorAll(".head, .always, .views, .foot, .partly")) new ResizeObserver(tellHeight).observe(part);
}
