// The list of regions; a click asks for one.

import { counted, grouped } from "../model/text.js";
import { isPartial, signatories, statements, twoMode, yearOf } from "../model/data.js";
import { state } from "../model/state.js";
import { change, REST } from "../model/change.js";
import { shown } from "../model/shown.js";
import { isAsked, regions } from "../model/regions.js";
import { make, tint } from "../picture/elements.js";

const FIRST_REGIONS = 40;
const MOST_COLUMNS = 60; // statements in view; of more, a square would be narrower than a line
const MANY_CELLS = 5000; // of the matrix
export const listed = { key: null, list: [], isWhole: false }; // the rows, and whether all are meant

function askRegion(region) {
  const again = isAsked(region);
  state.asked.clear();
  if (!again) {
    for (const statement of shown.statements) {
      state.asked.set(statement.id, region.under.includes(statement) ? "signed" : "without");
    }
  }
  change();
}

let later = 0;

/** Where there is much to tell, the regions are told when the hand rests. */
export function showRegions() {
  if (!twoMode) return;
  clearTimeout(later);
  if (signatories.length * statements.length > MANY_CELLS) later = setTimeout(showRegionsNow, REST);
  else showRegionsNow();
}

/** The rows are made anew when other marks are in view, and only marked when the question changes. */
function showRegionsNow() {
  const key = JSON.stringify([shown.signatories.length, shown.statements.length, state.event, state.year, state.group, [...state.hidden], state.colour, listed.isWhole]);
  const isMany = shown.statements.length > MOST_COLUMNS;
  document.getElementById("regions-many").hidden = !isMany;
  document.getElementById("regions-many").textContent = isMany ? `${counted(shown.statements.length, "statement")} in view are too many to set side by side: filter to ${MOST_COLUMNS} or fewer, by year, event or side.` : "";
  document.querySelector("#regions .facts").hidden = isMany;
  if (listed.key !== key) {
    const all = isMany ? [] : regions();
    const list = listed.isWhole ? all : all.slice(0, FIRST_REGIONS);
    const most = Math.max(1, ...list.map((region) => region.members.length));
    const rows = list.map((region) => regionRow(region, most));
    Object.assign(listed, { key, list: list.map((region, place) => ({ region, button: rows[place].firstChild })) });
    document.getElementById("regions-list").replaceChildren(...rows);
    document.getElementById("regions-head").replaceChildren(...(isMany ? [] : [regionHead()]));
    document.getElementById("regions-title").dataset.count = isMany ? "" : String(all.length);
    const more = document.getElementById("regions-more");
    more.hidden = list.length === all.length;
    more.textContent = `Show all ${grouped(all.length)} regions`;
  }
  for (const { region, button } of listed.list) {
    button.setAttribute("aria-pressed", String(isAsked(region)));
    button.classList.toggle("lit", shown.found !== null && region.members.every((node) => shown.found.has(node.id)));
  }
}

/** The years above the columns, each over its first statement. */
function regionHead() {
  const head = make("span", { name: "strip years", attributes: { "aria-hidden": "true" } });
  head.style.setProperty("--columns", String(Math.max(1, shown.statements.length)));
  let last = -Infinity; // a year has room over three columns
  shown.statements.forEach((statement, place) => {
    const year = yearOf(statement);
    const first = year && (place === 0 || year !== yearOf(shown.statements[place - 1])) && place - last > 2;
    if (first) last = place;
    head.append(make("span", { text: first ? `’${year.slice(2)}` : "" }));
  });
  return head;
}

function regionRow(region, most) {
  const strip = make("span", { name: "strip", attributes: { "aria-hidden": "true" } });
  strip.style.setProperty("--columns", String(Math.max(1, shown.statements.length)));
  for (const statement of shown.statements) {
    const cell = region.under.includes(statement) ? "cell" : isPartial(statement) ? "cell unknown" : "cell empty";
    strip.append(tint(make("span", { name: cell }), statement));
  }
  const number = region.members.length;
  const bar = make("span", { name: "length" });
  bar.style.setProperty("--length", String(number / most));
  const amount = make("span", { name: "amount" }, make("strong", { text: grouped(number) }), bar);
  const under = make("span", { name: "hidden", text: ` named under exactly ${regionWords(region)}. ` });
  const names = make("span", { name: "facts", text: region.members.map((node) => node.label).join(", ") });
  const button = make("button", { name: "region", attributes: { type: "button", "aria-pressed": "false" } }, strip, amount, under, names);
  button.title = regionWords(region);
  button.addEventListener("click", () => askRegion(region));
  return make("li", {}, button);
}

function regionWords({ under }) {
  return `${counted(under.length, "statement")}: ${under.map((one) => one.label).join("; ")}`;
}
