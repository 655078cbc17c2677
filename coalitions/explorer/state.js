// What the reader has asked for, and how it stands in the address.

/** Views of the same nodes: what the address calls each, and what the reader reads. */
const VIEWS = twoMode
  ? new Map([
    ["network", "Network"],
    ...(signatories.every((node) => node.cosigning) ? [["cosigning", "Co-signing"]] : []),
    ["matrix", "Matrix"],
    ...(graph.tiles?.length ? [["map", "Map"]] : []),
  ])
  : new Map([[graph.kind === "co-signing" ? "cosigning" : "network", "Network"]]);

const hasShared = VIEWS.has("cosigning");
let tallied = null;
const groups = valuesOf(signatories, (node) => node.group);
const events = valuesOf(statements, (node) => node.event);
const years = valuesOf(statements, yearOf);

/** How much any two share, counted when the reader first opens the view: the largest number, and the usual threshold. */
function sharedFacts() {
  if (tallied === null) {
    const tally = tallyOf(twoMode ? alike(statements) : []);
    // Nobody shares more than the longest record holds.
    const most = tally === null ? Math.max(...signatories.map((node) => near[node.id].size)) : tally.length - 1;
    tallied = { most: Math.max(1, most), usual: tally === null ? Math.min(2, Math.max(1, most)) : usualThreshold(tally) };
  }
  return tallied;
}

/** From how many shared statements on a line is drawn. */
function leastShared() {
  return state.shared ?? sharedFacts().usual;
}

function blankState() {
  return {
    view: VIEWS.keys().next().value,
    asked: new Map(), // statement id -> "signed" or "without"; absent: any
    hidden: new Set(), // values of the legend that are switched off
    group: "",
    event: "",
    year: "",
    selected: null,
    shared: null, // from how many shared statements on a line is drawn; null as is usual
    moved: { network: new Map(), cosigning: new Map() }, // node id -> where the reader has put it
  };
}

const state = blankState();

/** What the address calls the places that the reader has changed, by view. */
const MOVED = { network: "moved", cosigning: "moved-cosigning" };

function asked(choice) {
  return statements.filter((statement) => state.asked.get(statement.id) === choice);
}

/** The state as it stands in the address, in letters that any program passes on unchanged. */
function stateText() {
  const blank = blankState();
  const query = new URLSearchParams();
  if (state.view !== blank.view) query.set("view", state.view);
  for (const statement of statements) {
    if (state.asked.has(statement.id)) query.append(state.asked.get(statement.id), statement.key);
  }
  for (const value of [...state.hidden].sort()) query.append("hide", value);
  for (const name of ["group", "event", "year"]) if (state[name]) query.set(name, state[name]);
  if (state.selected !== null) query.set("at", nodes[state.selected].key);
  if (state.shared !== null && state.shared !== sharedFacts().usual) query.set("shared", state.shared);
  for (const [view, name] of Object.entries(MOVED)) {
    for (const [id, { x, y }] of state.moved[view]) query.append(name, `${nodes[id].key} ${x} ${y}`);
  }
  return query.toString();
}

/** Take over what an address says, as far as this page knows it. */
function readState(text) {
  const query = new URLSearchParams(text);
  const read = blankState();
  if (VIEWS.has(query.get("view"))) read.view = query.get("view");
  for (const choice of ["signed", "without"]) {
    for (const key of query.getAll(choice)) {
      const node = byKey.get(key);
      if (twoMode && node?.kind === "statement") read.asked.set(node.id, choice);
    }
  }
  const known = new Set(legendKeys.map((key) => key.value));
  for (const text of query.getAll("hide")) {
    const value = colourBy === "side" && text === "neither" ? "" : text; // as older links call it
    if (known.has(value)) read.hidden.add(value);
  }
  for (const [name, values] of [["group", groups], ["event", events], ["year", years]]) {
    if (values.has(query.get(name))) read[name] = query.get(name);
  }
  read.selected = byKey.get(query.get("at"))?.id ?? null;
  const shared = Number(query.get("shared"));
  if (hasShared && Number.isInteger(shared) && shared >= 1 && shared <= sharedFacts().most) read.shared = shared;
  for (const [view, name] of Object.entries(MOVED)) {
    for (const text of query.getAll(name)) readMoved(text, read.moved[view]);
  }
  Object.assign(state, read);
}

/** "CUB 120 -45": a key, which may hold spaces, and a place. */
function readMoved(text, moved) {
  const [, key, x, y] = /^(.*) (-?\d{1,6}) (-?\d{1,6})$/s.exec(text) ?? [];
  const node = byKey.get(key);
  if (node) moved.set(node.id, { x: Number(x), y: Number(y) });
}

const address = { small: null, timer: 0, last: -Infinity }; // a small change that waits, and when the last was written

/**
 * Put the state into the address: at once as a step that "back" undoes, or as a change of the last step.
 * Of many small changes in a row, a browser takes one now and then.
 */
function remember(step) {
  if (step) {
    writeSmall(); // it belongs to the step before
    return writeAddress(stateText(), "pushState");
  }
  clearTimeout(address.timer);
  address.small = stateText();
  if (performance.now() - address.last > REST) writeSmall();
  else address.timer = setTimeout(writeSmall, REST);
}

function writeSmall() {
  const text = address.small;
  address.small = null;
  if (text !== null) writeAddress(text, "replaceState");
}

function writeAddress(text, how) {
  if (text === location.hash.slice(1)) return;
  address.last = performance.now();
  try {
    history[how](null, "", `${location.href.split("#")[0]}${text && "#"}${text}`);
  } catch {
    // Inside a notebook the page has no address of its own.
  }
}
