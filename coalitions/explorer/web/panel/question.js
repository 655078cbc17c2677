// The question: any, signed or did not sign, for each statement; its answer in words.

import { dayWords, grouped, plain } from "../model/text.js";
import { isPartial, isUnknown, signatories, statements, twoMode } from "../model/data.js";
import { asked, state } from "../model/state.js";
import { change } from "../model/change.js";
import { shown } from "../model/shown.js";
import { answerSentences, furtherTitle, knownWords, notSignedWords, sideWord } from "../model/words.js";
import { facts, knownBar, make, markOf } from "../picture/elements.js";
import { nameButton } from "./card.js";

const CHOICES = [["any", "any"], ["signed", "signed"], ["without", "did not sign"]];
const FEW = 9; // statements that nobody needs to search
const ON_PAPER = 250; // rows
const ROWS_AT_ONCE = 60; // rows that are made when their place comes into sight; the next follow on the way down

const statementRows = new Map(); // statement id -> its row and its three radio buttons, once it has been needed
const box = document.getElementById("statements");
const searchBox = document.getElementById("statement-search");
const more = document.getElementById("statements-more");
const listing = { key: "", list: [], number: ROWS_AT_ONCE, colour: "" };

/** What a statement is found by, as it is compared. */
const spellings = new Map();

export function makeStatements() {
  const title = document.getElementById("ask-title");
  if (!twoMode) title.textContent = signatories.length ? "Who signs with whom?" : "The statements";
  document.getElementById("statement-find").hidden = statements.length <= FEW;
  searchBox.addEventListener("input", () => {
    listing.number = ROWS_AT_ONCE;
    showStatements();
  });
  more.addEventListener("click", showMore);
  new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) showMore(); }, { rootMargin: "600px" }).observe(more);
}

function showMore() {
  if (listing.number >= listing.list.length) return;
  listing.number += ROWS_AT_ONCE;
  showRows();
}

/** On paper stand those that are asked about, or else all that a reader can take in. */
export function completeStatements() {
  const open = statements.filter((one) => state.asked.has(one.id));
  const list = open.length ? open : listing.list;
  const some = list.slice(0, ON_PAPER);
  box.replaceChildren(...some.map((statement) => rowOf(statement).row));
  more.hidden = some.length === list.length;
  more.textContent = `${grouped(some.length)} of ${grouped(list.length)} statements`;
}

export function statementsAsBefore() {
  listing.key = "";
  showStatements();
}

export function clearStatementSearch() {
  searchBox.value = "";
}

function rowOf(statement) {
  if (!statementRows.has(statement.id)) statementRows.set(statement.id, statementRow(statement));
  return statementRows.get(statement.id);
}

function statementRow(statement) {
  const title = nameButton(statement);
  const line = facts([furtherTitle(statement), dayWords(statement.date), sideWord(statement.side)]);
  const known = make("p", { name: "known" }, knownBar(statement), make("span", { text: knownWords(statement) }));
  const body = make("div", { name: "row-body" }, title, line, known);
  const row = make("div", { name: "row" }, markOf(statement), body);
  const inputs = {};
  if (twoMode) body.append(choiceGroup(statement, inputs));
  return { row, inputs };
}

function choiceGroup(statement, inputs) {
  const group = make("div", { name: "choices", attributes: { role: "radiogroup", "aria-label": statement.label } });
  for (const [value, word] of CHOICES) {
    const input = make("input", { attributes: { type: "radio", name: `statement-${statement.id}`, value, "aria-label": word } });
    input.addEventListener("change", () => ask(statement, value));
    inputs[value] = input;
    const choice = make("label", {}, input, make("span", { text: value === "without" ? notSignedWords(statement) : word }));
    group.append(choice);
    // Absence from a partial list proves nothing; a screen reader hears so at once.
    if (value === "without" && isPartial(statement)) {
      const note = make("span", {
        name: "hidden",
        text: isUnknown(statement)
          ? "neither a name nor a number is known, which is no proof of not having signed"
          : "not named in the known part of the list, which is no proof of not having signed",
        attributes: { id: `partial-${statement.id}` },
      });
      input.setAttribute("aria-describedby", note.id);
      choice.title = note.textContent;
      group.append(note);
    }
  }
  return group;
}

function ask(statement, value) {
  if (value === "any") state.asked.delete(statement.id);
  else state.asked.set(statement.id, value);
  change();
}

/** Whether a statement is meant by what stands in the box: each of the words is somewhere in it. */
function isFound(statement, words) {
  if (!words.length) return true;
  if (!spellings.has(statement.id)) {
    const { label, title, group, event, date, key } = statement;
    spellings.set(statement.id, plain([label, title, group, event, date, dayWords(date), key, sideWord(statement.side)].join(" ")));
  }
  return words.every((word) => spellings.get(statement.id).includes(word));
}

/** Statements that the filters leave out have no row, unless the question is about them. */
export function showStatements() {
  if (listing.colour !== state.colour) statementRows.clear(); // their marks have other colours
  listing.colour = state.colour;
  const text = plain(searchBox.value);
  const key = JSON.stringify([shown.filters, text, [...state.asked.keys()].filter((id) => !shown.isShown[id])]);
  if (listing.key !== key) {
    const words = text.split(" ").filter(Boolean);
    const meant = statements.filter((one) => (shown.isShown[one.id] || state.asked.has(one.id)) && isFound(one, words));
    // In a long list, what has been asked stands first, to be seen and taken back.
    if (meant.length > ROWS_AT_ONCE) meant.sort((one, other) => state.asked.has(other.id) - state.asked.has(one.id));
    Object.assign(listing, { key, list: meant });
    document.getElementById("statements-number").textContent = text ? `${grouped(meant.length)} found` : "";
    showRows();
  }
  if (!twoMode) return;
  for (const [id, { inputs }] of statementRows) {
    const choice = inputs[state.asked.get(id) ?? "any"];
    if (!choice.checked) choice.checked = true;
  }
}

/** Rows that stay are not touched: a browser lays out anew what was taken out and put back. */
function showRows() {
  const rows = listing.list.slice(0, listing.number).map((statement) => rowOf(statement).row);
  const stay = new Set(rows);
  for (const row of [...box.children]) if (!stay.has(row)) row.remove();
  let at = box.firstElementChild;
  for (const row of rows) {
    if (row === at) at = at.nextElementSibling;
    else box.insertBefore(row, at);
  }
  const rest = listing.list.length - rows.length;
  more.hidden = rest <= 0;
  more.textContent = `Show ${grouped(Math.min(rest, ROWS_AT_ONCE))} more of ${grouped(listing.list.length)}`;
}

export function showAnswer() {
  const [signed, without] = [asked("signed"), asked("without")];
  const found = shown.found ? signatories.filter((node) => shown.found.has(node.id)) : signatories;
  const words = answerSentences(signed, without, found);
  if (signatories.length && shown.rows.length < found.length) words.push(`The filters leave ${grouped(shown.rows.length)} of them in view.`);
  shown.answer = words;
  const text = words.join(" ");
  const line = document.getElementById("answer");
  if (line.textContent !== text) line.textContent = text; // said aloud only where it changed
  document.getElementById("matches-title").dataset.count = grouped(shown.rows.length);
}
