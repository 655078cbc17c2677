// The question: any, signed or did not sign, for each statement; its answer in words.

import { dayWords, grouped } from "../model/text.js";
import { isPartial, isUnknown, signatories, statements, twoMode } from "../model/data.js";
import { asked, state } from "../model/state.js";
import { change } from "../model/change.js";
import { shown } from "../model/shown.js";
import {
  answerSentences, knownWords, notSignedWords, sideWord, statementTitle,
} from "../model/words.js";
import { facts, knownBar, make, markOf } from "../picture/elements.js";
import { nameButton } from "./card.js";

const CHOICES = [["any", "any"], ["signed", "signed"], ["without", "did not sign"]];
const statementRows = new Map(); // statement id -> its row and its three radio buttons

export function makeStatements() {
  const title = document.getElementById("ask-title");
  if (!twoMode) title.textContent = signatories.length ? "Who signs with whom?" : "The statements";
  document.getElementById("statements").replaceChildren(...statements.map(statementRow));
}

function statementRow(statement) {
  const title = nameButton(statement, statementTitle(statement));
  const line = facts([dayWords(statement.date), sideWord(statement.side)]);
  const known = make("p", { name: "known" }, knownBar(statement), make("span", { text: knownWords(statement) }));
  const body = make("div", { name: "row-body" }, title, line, known);
  const row = make("div", { name: "row" }, markOf(statement), body);
  const inputs = {};
  if (twoMode) body.append(choiceGroup(statement, inputs));
  statementRows.set(statement.id, { row, inputs });
  return row;
}

function choiceGroup(statement, inputs) {
  const group = make("div", { name: "choices", attributes: { role: "radiogroup", "aria-label": statementTitle(statement) } });
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

/** Statements that the filters leave out have no row, unless the question is about them. */
export function showStatements() {
  for (const statement of statements) {
    const { row, inputs } = statementRows.get(statement.id);
    const choice = state.asked.get(statement.id) ?? "any";
    row.hidden = !shown.isShown[statement.id] && choice === "any";
    if (twoMode && !inputs[choice].checked) inputs[choice].checked = true;
  }
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
