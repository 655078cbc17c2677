// The question: any, signed or did not sign, for each statement; its answer in words and as a table.

const CHOICES = [["any", "any"], ["signed", "signed"], ["without", "did not sign"]];
const statementRows = new Map(); // statement id -> its row and its three radio buttons

function makeStatements() {
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
        text: "not named in the known part of the list, no proof that it did not sign",
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
function showStatements() {
  for (const statement of statements) {
    const { row, inputs } = statementRows.get(statement.id);
    const choice = state.asked.get(statement.id) ?? "any";
    row.hidden = !shown.isShown[statement.id] && choice === "any";
    if (twoMode && !inputs[choice].checked) inputs[choice].checked = true;
  }
}

function showAnswer() {
  const [signed, without] = [asked("signed"), asked("without")];
  const found = shown.found ? signatories.filter((node) => shown.found.has(node.id)) : signatories;
  const words = answerSentences(signed, without, found);
  if (signatories.length && shown.rows.length < found.length) words.push(`The filters leave ${shown.rows.length} of them in view.`);
  shown.answer = words;
  const text = words.join(" ");
  const line = document.getElementById("answer");
  if (line.textContent !== text) line.textContent = text; // said aloud only where it changed
  document.getElementById("matches-title").dataset.count = String(shown.rows.length);
}

const ROWS_AT_ONCE = 250; // a longer table comes in parts: a screenful first
const SCREENFUL = 60;
const tableRows = new Map(); // signatory id -> its row, once it has been needed

function makeTable() {
  const columns = [graph.noun[0].charAt(0).toUpperCase() + graph.noun[0].slice(1), colourBy === "side" ? "Side" : "Group", "Named under"];
  document.getElementById("columns").replaceChildren(
    make("tr", {}, ...columns.map((text) => make("th", { text, attributes: { scope: "col" } }))),
  );
}

let listedRows = [];

/** The table holds those that match, and nobody else. */
function showTable() {
  const { rows } = shown;
  if (rows.length === listedRows.length && rows.every((node, place) => node === listedRows[place])) return;
  listedRows = rows;
  showRows(rows, rows.length > ROWS_AT_ONCE ? SCREENFUL : ROWS_AT_ONCE);
}

/** Rows that stay are not touched: a browser lays out anew what was taken out and put back. */
function showRows(rows, end) {
  const body = document.getElementById("rows");
  const wanted = rows.slice(0, end).map(rowOf);
  const stay = new Set(wanted);
  if (body.childElementCount > ROWS_AT_ONCE && end < body.childElementCount) body.replaceChildren(); // one by one takes longer
  for (const row of [...body.children]) if (!stay.has(row)) row.remove();
  let at = body.firstElementChild;
  for (const row of wanted) {
    if (row === at) at = at.nextElementSibling;
    else body.insertBefore(row, at);
  }
  if (end < rows.length) setTimeout(() => { if (rows === listedRows) showRows(rows, end + ROWS_AT_ONCE); }, REST);
}

function rowOf(node) {
  if (!tableRows.has(node.id)) tableRows.set(node.id, tableRow(node));
  return tableRows.get(node.id);
}

function tableRow(node) {
  const name = make("th", { attributes: { scope: "row" } }, markOf(node), nameButton(node));
  return make("tr", {}, name, make("td", { text: colourBy === "side" ? sideWord(node.side) : node.group }), namedUnder(node));
}

/** The number, and a square for each statement, so that patterns show down the column. */
function namedUnder(node) {
  const cell = make("td", { name: "number", text: String(node.count) });
  if (!twoMode || statements.length > 12) return cell;
  const row = make("span", { name: "squares", attributes: { "aria-hidden": "true" } });
  for (const statement of statements) {
    const square = make("span", { name: near[statement.id].has(node.id) ? "cell" : isPartial(statement) ? "cell unknown" : "cell empty" });
    row.append(tint(square, statement));
  }
  cell.append(row);
  return cell;
}
