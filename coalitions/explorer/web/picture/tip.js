// What is told beside the pointer.

import { counted, dayWords } from "../model/text.js";
import { shown, viewOf } from "../model/shown.js";
import { furtherTitle, knownWords, sideWord } from "../model/words.js";
import { make } from "./elements.js";

export const tip = document.getElementById("tip");

/** Beside the pointer, never under it and never off the stage. */
export function showTip(node, at, away) {
  const words = node.kind === "statement"
    ? [furtherTitle(node), dayWords(node.date), sideWord(node.side), knownWords(node)]
    : [node.apart ? "" : node.group, sideWord(viewOf(node).side), `named under ${counted(viewOf(node).count, "statement")}${shown.records.size ? " in view" : ""}`];
  const name = node.kind === "statement" ? node.label : node.name;
  placeTip([make("strong", { text: name }), make("span", { text: words.filter(Boolean).join(" · ") })], at, away);
}

export function placeTip(content, at, away) {
  const room = tip.parentElement;
  tip.replaceChildren(...content);
  tip.hidden = false;
  const left = at.x + away + tip.offsetWidth > room.clientWidth ? at.x - away - tip.offsetWidth : at.x + away;
  tip.style.left = `${Math.max(4, Math.min(left, room.clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.max(4, Math.min(at.y - tip.offsetHeight / 2, room.clientHeight - tip.offsetHeight - 4))}px`;
}
