// The question: any, signed or did not sign, for each statement; its answer in words and as a table.

const CHOICES = [["any", "any"], ["signed", "signed"], ["without", ""]];
const chosen = new Map(); // statement id -> "signed" or "without"; absent: any

function asked(choice) {
  return statements.filter((statement) => chosen.get(statement.id) === choice);
}

function showStatements() {
  const list = document.getElementById("statements");
  if (!twoMode) document.getElementById("ask-title").textContent = signatories.length ? "Who signs with whom?" : "The statements";
  list.replaceChildren(...statements.map(statementRow));
}

function statementRow(statement) {
  const title = nameButton(statement, statementTitle(statement));
  const line = facts([dayWords(statement.date), sideWord(statement.side)]);
  const known = make("p", { name: "known" }, knownBar(statement), make("span", { text: knownWords(statement) }));
  const body = make("div", { name: "row-body" }, title, line, known);
  if (twoMode) body.append(choiceGroup(statement));
  return make("div", { name: "row" }, markOf(statement), body);
}

function choiceGroup(statement) {
  const group = make("div", { name: "choices", attributes: { role: "radiogroup", "aria-label": statementTitle(statement) } });
  for (const [value, word] of CHOICES) {
    const input = make("input", { attributes: { type: "radio", name: `statement-${statement.id}`, value } });
    input.checked = value === "any";
    input.addEventListener("change", () => ask(statement, value));
    const choice = make("label", {}, input, make("span", { text: word || notSignedWords(statement) }));
    // Absence from a partial list proves nothing; a screen reader hears so at once.
    if (!word && isPartial(statement)) {
      choice.lastChild.append(make("span", { name: "hidden", text: " in the known part, no proof that it did not sign" }));
    }
    group.append(choice);
  }
  return group;
}

function ask(statement, value) {
  if (value === "any") chosen.delete(statement.id);
  else chosen.set(statement.id, value);
  answer();
}

function answer() {
  const [signed, without] = [asked("signed"), asked("without")];
  const found = twoMode ? matching(signed, without) : signatories;
  const open = signed.length + without.length > 0;
  view.found = open ? new Set(found.map((node) => node.id)) : null;
  view.asked = [...signed, ...without].map((statement) => statement.id);
  view.rows = found.slice().sort((one, other) => one.label.localeCompare(other.label, "en"));
  document.getElementById("answer").textContent = answerWords(signed, without, found);
  document.getElementById("matches-title").dataset.count = String(found.length);
  showTable();
  network.redraw();
}

function showTable() {
  const columns = [graph.noun[0].charAt(0).toUpperCase() + graph.noun[0].slice(1), colourBy === "side" ? "Side" : "Group", "Named under"];
  document.getElementById("columns").replaceChildren(
    make("tr", {}, ...columns.map((text) => make("th", { text, attributes: { scope: "col" } }))),
  );
  document.getElementById("rows").replaceChildren(...view.rows.map(tableRow));
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

/** A cell that a spreadsheet would take for a formula is made text. */
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvText() {
  const head = ["signatory", "name", "group", "side", "count", "statements"];
  const lines = view.rows.map((node) => {
    const under = statements.filter((statement) => near[statement.id].has(node.id));
    return [node.key, node.name, node.group, node.side, String(node.count), under.map((one) => one.key).join(";")];
  });
  return [head, ...lines].map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function downloadCsv() {
  const address = URL.createObjectURL(new Blob([csvText()], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { attributes: { href: address, download: "signatories.csv" } });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function resetQuestion() {
  chosen.clear();
  for (const input of document.querySelectorAll("#statements input[value=any]")) input.checked = true;
  answer();
}
