// The table of those who match: whole where it is short, else a screenful at once and then the rest.

import { capital, grouped } from "../model/text.js";
import { graph, hasSides, isPartial, near, signatories, statements, twoMode, usualColouring } from "../model/data.js";
import { REST } from "../model/change.js";
import { shown, viewOf } from "../model/shown.js";
import { partWord, sideWord } from "../model/words.js";
import { make, markOf, tint } from "../picture/elements.js";
import { nameButton } from "./card.js";

const ROWS_AT_ONCE = 250; // a page of more signatories takes its table in parts
const ROW_HEIGHT = 29; // pixels at least
const SLICE = 200; // rows that a browser puts up within a frame
const isLong = signatories.length > ROWS_AT_ONCE;

/** What stands between name and number: what colour usually stands for where that is known, else the group. A column that says one thing in every row says nothing. */
const second = secondColumn();
const hasNumber = signatories.length < 2 || signatories.some((node) => node.count !== statements.length);

function secondColumn() {
  const differs = (field) => signatories.length < 2 || new Set(signatories.map((node) => node[field])).size > 1;
  if (usualColouring === "part" && differs("part")) return "List";
  if (usualColouring === "side" && hasSides && differs("side")) return "Side";
  return differs("group") && signatories.some((node) => node.group) ? "Group" : "";
}

function secondText(node) {
  if (second === "Group") return node.group;
  return second === "Side" ? sideWord(viewOf(node).side) : partWord(node.part);
}

let rowsOf = ""; // the records that the rows tell

const tableRows = new Map(); // signatory id -> its row, once it has been needed
const listing = { sheet: document.getElementById("sheet"), body: document.getElementById("rows"), rows: [], old: [], screenful: 0 };

const whenIdle = window.requestIdleCallback
  ? (work) => window.requestIdleCallback(work, { timeout: REST })
  : (work) => setTimeout(work);

export function makeTable() {
  const first = signatories.some((node) => node.apart) ? "Signatory" : capital(graph.noun[0]);
  const columns = [first, ...(second ? [second] : []), ...(hasNumber ? ["Named under"] : [])];
  document.getElementById("columns").replaceChildren(
    make("tr", {}, ...columns.map((text) => make("th", { text, attributes: { scope: "col" } }))),
  );
  // Asked amid a change, the window would have all of the page laid out first.
  const measure = () => { listing.screenful = Math.ceil(window.innerHeight / ROW_HEIGHT); };
  window.addEventListener("resize", measure);
  measure();
}

/** The table holds those that match, and nobody else. */
export function showTable() {
  const { rows } = shown;
  if (rowsOf !== shown.recorded) {
    rowsOf = shown.recorded;
    tableRows.clear();
    listing.rows = [];
    if (hasNumber) document.querySelector("#columns th:last-child").textContent = shown.records.size ? "Under, in view" : "Named under";
  }
  if (rows.length === listing.rows.length && rows.every((node, place) => node === listing.rows[place])) return;
  listing.rows = rows;
  if (listing.body.childElementCount > ROWS_AT_ONCE) turnSheet();
  showRows(isLong ? rows.slice(0, listing.screenful) : rows);
  if (isLong) setTimeout(() => goOn(rows), REST);
}

/** Rows that stay are not touched: a browser lays out anew what was taken out and put back. */
function showRows(rows) {
  const wanted = rows.map(rowOf);
  const stay = new Set(wanted);
  for (const row of [...listing.body.children]) if (!stay.has(row)) row.remove();
  let at = listing.body.firstElementChild;
  for (const row of wanted) {
    if (row === at) at = at.nextElementSibling;
    else listing.body.insertBefore(row, at);
  }
}

/** To take down a long table takes longer than a frame: it is put out of sight, and taken down afterwards. */
function turnSheet() {
  const { sheet, body } = listing;
  const grid = body.parentElement.cloneNode(false);
  listing.sheet = sheet.cloneNode(false);
  listing.body = body.cloneNode(false);
  grid.append(document.getElementById("columns"), listing.body);
  listing.sheet.append(grid);
  sheet.before(listing.sheet);
  for (const element of [sheet, body]) element.removeAttribute("id");
  sheet.className = "put-away";
  sheet.setAttribute("aria-hidden", "true");
  listing.old.push({ sheet, body });
}

/** The next rows, then the next of the old ones; a newer answer goes on in its own way. */
function goOn(rows) {
  if (rows !== listing.rows) return;
  const missing = listing.body.childElementCount < rows.length;
  if (missing) addRows(SLICE);
  else takeDown();
  if (missing || listing.old.length) whenIdle(() => goOn(rows));
}

function addRows(number) {
  const start = listing.body.childElementCount;
  listing.body.append(...listing.rows.slice(start, start + number).map(rowOf));
}

function takeDown() {
  const [first] = listing.old;
  if (!first) return;
  for (const row of [...first.body.children].slice(0, SLICE)) row.remove();
  if (first.body.childElementCount) return;
  first.sheet.remove();
  listing.old.shift();
}

/** On paper nothing comes later. */
export function completeTable() {
  addRows(listing.rows.length);
}

function rowOf(node) {
  if (!tableRows.has(node.id)) tableRows.set(node.id, tableRow(node));
  return tableRows.get(node.id);
}

function tableRow(node) {
  const name = make("th", { attributes: { scope: "row" } }, markOf(node), nameButton(node));
  return make("tr", {}, name, ...(second ? [make("td", { text: secondText(node) })] : []), ...(hasNumber ? [namedUnder(node)] : []));
}

/** The number, and a square for each statement, so that patterns show down the column. */
function namedUnder(node) {
  const cell = make("td", { name: "number", text: grouped(viewOf(node).count) });
  if (!twoMode || shown.statements.length > 12) return cell;
  const row = make("span", { name: "squares", attributes: { "aria-hidden": "true" } });
  for (const statement of shown.statements) {
    const square = make("span", { name: near[statement.id].has(node.id) ? "cell" : isPartial(statement) ? "cell unknown" : "cell empty" });
    row.append(tint(square, statement));
  }
  cell.append(row);
  return cell;
}
