// A link to what the reader sees: into the clipboard, or where the browser forbids that, to be copied by hand.

import { stateText } from "../model/state.js";

const said = document.getElementById("link-said");
const row = document.getElementById("link-row");
const field = document.getElementById("link-field");
const SAID = 4000; // milliseconds for which it is said that the link is copied

/** The address of the page as it is; inside a notebook the page has none. */
export function pageLink(more = "") {
  const text = [more, stateText()].filter(Boolean).join("&");
  return `${location.href.split("#")[0]}${text && "#"}${text}`;
}

async function copyLink() {
  const link = pageLink();
  row.hidden = true;
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = "Link copied";
    setTimeout(() => { said.textContent = ""; }, SAID);
  } catch {
    row.hidden = false;
    field.value = link;
    field.focus();
    field.select();
  }
}

export function makeLink() {
  const button = document.getElementById("link");
  button.hidden = !/^(?:https?|file):$/.test(location.protocol);
  button.addEventListener("click", copyLink);
}
