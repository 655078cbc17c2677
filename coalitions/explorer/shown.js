// What is in view: what the filters leave, whom the question finds, what is lit.

/** Worked out afresh from the state after each change; drawing reads it and changes nothing. */
const shown = {
  statements: [], // that the filters leave, by date
  signatories: [], // the same
  records: new Map(), // signatory id -> side, colours and number of statements, of those in view
  recorded: "", // changes with the records
  isShown: new Uint8Array(nodes.length),
  found: null, // ids of those who match the question; null where nothing is asked
  rows: [], // of those who match, the ones that the filters leave, by name
  answer: [], // sentences, the finding first
  lines: { bundles: [], all: 0, drawn: 0, from: 0 }, // of the co-signing network
  version: "", // changes with the marks and lines in view
};

/** In which order the table lists the signatories. */
const alphabetical = signatories.slice().sort((one, other) => one.label.localeCompare(other.label, "en"));

function workOut() {
  const version = JSON.stringify([state.view, [...state.hidden].sort(), state.group, state.event, state.year, state.shared]);
  if (shown.version !== version) workOutView();
  shown.version = version;
  const [signed, without] = [asked("signed"), asked("without")];
  const open = signed.length + without.length > 0;
  shown.found = open ? new Set(matching(signed, without).map((node) => node.id)) : null;
  shown.rows = alphabetical.filter((node) => shown.isShown[node.id] && (!open || shown.found.has(node.id)));
}

/** Whether only the statements of an event or a year count: then sides are those taken under them. */
function isOfSome() {
  return twoMode && Boolean(state.event || state.year);
}

/** The statements of the event and the year. */
function statementsOf({ event, year }) {
  return statements.filter((node) => (!event || node.event === event) && (!year || yearOf(node) === year));
}

const sideLooks = new Map([...signatories, ...statements].reverse().map((node) => [node.side, node]));

/** The side that a signatory took under some statements: "both" is both of them within these. */
function sideUnder(node, list) {
  const sides = new Set(list.filter((one) => near[one.id].has(node.id)).map((one) => one.side));
  if (sides.has("both") || (sides.has("support") && sides.has("critical"))) return "both";
  return ["support", "critical"].find((side) => sides.has(side)) ?? "";
}

/** A signatory as its marks and words have it: over all, or where an event or a year is chosen, over these statements. */
function viewOf(node) {
  return shown.records.get(node.id) ?? node;
}

function workOutRecords() {
  const key = JSON.stringify([state.event, state.year, [...state.hidden].sort()]);
  if (shown.recorded === key) return;
  shown.recorded = key;
  shown.records = new Map();
  if (!twoMode) return;
  const list = statementsOf(state);
  const seen = new Set(shown.statements.map((one) => one.id));
  if (seen.size === statements.length) return;
  for (const node of signatories) {
    const side = isOfSome() ? sideUnder(node, list) : node.side;
    const { colour, dark } = (colourBy === "side" && side !== node.side && sideLooks.get(side)) || node;
    const count = ties[node.id].filter((tie) => seen.has(tie.other.id)).length;
    shown.records.set(node.id, { side, colour, dark, count });
  }
}

function workOutView() {
  const hides = (node) => state.hidden.has(legendValue(node));
  const narrowed = Boolean(state.event || state.year);
  // Where colour is the group, a statement has none and stays.
  const stays = (node) => !((colourBy === "side" || !signatories.length) && state.hidden.has(legendValue(node)));
  shown.statements = statementsOf(state).filter(stays);
  workOutRecords();
  shown.isShown.fill(0);
  for (const node of shown.statements) shown.isShown[node.id] = 1;
  shown.signatories = signatories.filter(
    (node) =>
      !hides(node) &&
      (!state.group || node.group === state.group) &&
      (!narrowed || ties[node.id].some((tie) => shown.isShown[tie.other.id])),
  );
  for (const node of shown.signatories) shown.isShown[node.id] = 1;
  shown.lines = state.view === "cosigning"
    ? cosigningLines(shown.statements, leastShared(), shown.isShown)
    : { bundles: [], all: 0, drawn: 0, from: 0 };
}

/** Whether a node has a mark in the present view. */
function hasMark(node) {
  return shown.isShown[node.id] === 1 && (state.view !== "cosigning" || node.kind !== "statement");
}

/** Who is tied to a node in the present view. */
function neighbours(id) {
  if (state.view !== "cosigning") return near[id];
  const found = new Set();
  for (const { pairs } of shown.lines.bundles) {
    for (let place = 0; place < pairs.length; place += 2) {
      if (pairs[place] === id) found.add(pairs[place + 1]);
      else if (pairs[place + 1] === id) found.add(pairs[place]);
    }
  }
  return found;
}

/** What the reader points at, has chosen or asks for: the marks to lift, and those to name first. */
function focus() {
  const centre = pointer.hovered ?? state.selected;
  if (centre !== null && hasMark(nodes[centre])) return { centre, lit: new Set([centre, ...neighbours(centre)]) };
  if (shown.found) return { centre: null, lit: new Set([...shown.found, ...asked("signed").map((one) => one.id)]) };
  return null;
}

/** The nodes that a download holds: those who match, with the statements they are asked for. */
function takenAway() {
  if (!shown.found) return nodes.filter(hasMark);
  return nodes.filter((node) => hasMark(node) && (shown.found.has(node.id) || state.asked.get(node.id) === "signed"));
}
