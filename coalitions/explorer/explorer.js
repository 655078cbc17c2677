// The reader's doings, and what they change: first the state, then the address, then the page.

const tip = document.getElementById("tip");

/** After every change of the state. A small one belongs to the step before it in the history. */
function change({ step = true } = {}) {
  render();
  remember(step);
}

let rendered = { view: null, version: null };

function render() {
  workOut();
  // A chosen mark that the filters take away is let go.
  if (state.selected !== null && !shown.isShown[state.selected]) state.selected = null;
  showFilters();
  showStatements();
  showAnswer();
  showTable();
  showRegions();
  showCard();
  showView();
}

/** The views that are drawn on a canvas of their own, beside the two networks. */
const SHEETS = {
  matrix: { box: matrixBox, redraw: redrawMatrix, neighbour: matrixNeighbour, reveal: revealInMatrix },
  map: { box: mapBox, redraw: redrawMap, neighbour: mapNeighbour, reveal: revealOnMap },
};

function showView() {
  const isNew = rendered.view !== state.view;
  const sheet = SHEETS[state.view] ?? null;
  if ((takeMoved() || rendered.version !== shown.version) && !sheet) takePlaces();
  rendered = { view: state.view, version: shown.version };
  for (const button of document.querySelectorAll("#views button")) button.setAttribute("aria-pressed", String(button.value === state.view));
  stage.hidden = sheet !== null;
  for (const [view, { box }] of Object.entries(SHEETS)) box.hidden = state.view !== view;
  document.getElementById("zoom").hidden = sheet !== null;
  showKey();
  (sheet?.box ?? stage).setAttribute("aria-label", `${VIEWS.get(state.view)}: ${viewWords()}`);
  if (isNew) {
    hover(null);
    if (!stage.hidden) {
      network.setSize("100%", "100%");
      showAll();
    }
  }
  redraw();
}

function redraw() {
  if (SHEETS[state.view]) SHEETS[state.view].redraw();
  else network.body.emitter.emit("_requestRedraw"); // once a frame, however much has changed
}

function repaint() {
  paint = readPaint();
  redraw();
}

/** Choose a mark; what the filters hide comes into view again first. */
function select(id, { reveal = false, step = true } = {}) {
  if (id !== null && !shown.isShown[id]) unhide(nodes[id]);
  state.selected = id;
  pointer.hovered = null;
  tip.hidden = true;
  change({ step });
  if (id === null) return;
  document.querySelector(".side").scrollTop = 0;
  if (SHEETS[state.view]) SHEETS[state.view].reveal(id);
  else if (reveal && hasMark(nodes[id]) && !isInView(id)) centreOn(id);
}

function unhide(node) {
  state.hidden.delete(legendValue(node));
  workOut();
  if (!shown.isShown[node.id]) Object.assign(state, { group: "", event: "", year: "", hidden: new Set() });
}

function reset() {
  const { view } = state;
  Object.assign(state, blankState(), { view });
  searchBox.value = "";
  closeResults();
  allRegions = false;
  change();
  if (!stage.hidden) showAll();
}

/** Beside the pointer, never under it and never off the stage. */
function showTip(node, at, away) {
  const words = node.kind === "statement"
    ? [dayWords(node.date), sideWord(node.side), knownWords(node)]
    : [node.apart ? "" : node.group, sideWord(viewOf(node).side), `named under ${counted(viewOf(node).count, "statement")}${shown.records.size ? " in view" : ""}`];
  const name = node.kind === "statement" ? statementTitle(node) : node.name;
  placeTip([make("strong", { text: name }), make("span", { text: words.filter(Boolean).join(" · ") })], at, away);
}

function placeTip(content, at, away) {
  const room = tip.parentElement;
  tip.replaceChildren(...content);
  tip.hidden = false;
  const left = at.x + away + tip.offsetWidth > room.clientWidth ? at.x - away - tip.offsetWidth : at.x + away;
  tip.style.left = `${Math.max(4, Math.min(left, room.clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.max(4, Math.min(at.y - tip.offsetHeight / 2, room.clientHeight - tip.offsetHeight - 4))}px`;
}

function hover(id) {
  if (pointer.hovered === id) return;
  pointer.hovered = id;
  if (id === null) tip.hidden = true;
  else if (!SHEETS[state.view]) {
    showTip(nodes[id], network.canvasToDOM(network.getPosition(id)), radiusOf(nodes[id], network.getScale()) * network.getScale() + 10);
  }
  redraw();
}

function moveSelection(dx, dy) {
  const first = nodes.find(hasMark);
  if (!first) return;
  const from = state.selected !== null && hasMark(nodes[state.selected]) ? state.selected : null;
  const next = SHEETS[state.view] ? SHEETS[state.view].neighbour(from, dx, dy) : from === null ? first.id : neighbourTowards(from, dx, dy);
  if (next !== null) select(next, { reveal: true, step: false });
}

const KEYS = {
  ArrowUp: () => moveSelection(0, -1),
  ArrowDown: () => moveSelection(0, 1),
  ArrowLeft: () => moveSelection(-1, 0),
  ArrowRight: () => moveSelection(1, 0),
  "+": () => zoomBy(1.3),
  "=": () => zoomBy(1.3),
  "-": () => zoomBy(1 / 1.3),
  0: showAll,
  Escape: () => select(null),
  Enter: () => document.querySelector("#card .name, #card .close")?.focus(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
}

function listenToNetwork() {
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("click", ({ pointer: { DOM } }) => select(nodeNear(DOM)));
  network.on("dragStart", () => hover(null));
  network.on("zoom", () => {
    camera.touched = true;
    hover(null);
  });
  network.on("dragEnd", ({ nodes: moved }) => {
    camera.touched = true;
    if (moved.length) {
      keepPlaces(moved);
      change();
    }
    network.unselectAll();
  });
  // The stage changes its size with the window; an untouched picture keeps filling it.
  // Afterwards, for vis-network stretches its own last view once all have heard of the new size.
  network.on("resize", () => queueMicrotask(() => { if (!camera.touched && !stage.hidden) showAll(); }));
  stage.addEventListener("pointerleave", () => hover(null));
  stage.addEventListener("keydown", onKey);
}

function listenToMatrix() {
  matrixBox.addEventListener("scroll", () => {
    hover(null);
    tip.hidden = true;
    redrawMatrix();
  });
  matrixBox.addEventListener("click", (event) => {
    const { row, column } = matrixAt(event);
    select((row ?? column)?.id ?? null);
  });
  matrixBox.addEventListener("pointermove", (event) => {
    const { row, column, x, y } = matrixAt(event);
    hover((row ?? column)?.id ?? null);
    if (row && column) placeTip(cellWords(row, column), { x, y }, 14);
    else if (row ?? column) showTip(row ?? column, { x, y }, 14);
  });
  matrixBox.addEventListener("pointerleave", () => hover(null));
  matrixBox.addEventListener("keydown", onKey);
  new ResizeObserver(() => { if (!matrixBox.hidden) redrawMatrix(); }).observe(matrixBox);
}

function cellWords(node, statement) {
  const signed = near[statement.id].has(node.id) ? "signed" : notSignedWords(statement);
  return [make("strong", { text: `${node.label}: ${signed}` }), make("span", { text: statement.label })];
}

function listen() {
  listenToNetwork();
  listenToMatrix();
  listenToMap();
  listenToPrinter();
  document.getElementById("reset").addEventListener("click", reset);
  for (const [name, save] of Object.entries(FILES)) document.getElementById(name).addEventListener("click", save);
  document.getElementById("regions-more").addEventListener("click", () => {
    allRegions = true;
    showRegions();
  });
  document.getElementById("zoom-in").addEventListener("click", () => zoomBy(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
  document.getElementById("zoom-all").addEventListener("click", showAll);
  window.addEventListener("popstate", () => {
    address.small = null;
    readState(location.hash.slice(1));
    render();
  });
  // What sticks must not cover what the keyboard goes to. Told to those it concerns: a value that
  // all of the page inherits would have all of its style worked out anew with every answer.
  const concerned = [document.documentElement, ...document.querySelectorAll(".side, .ask, .answer")];
  for (const [name, element] of [["--bar", document.querySelector(".always")], ["--answer", document.getElementById("answer")]]) {
    new ResizeObserver(() => {
      for (const one of concerned) one.style.setProperty(name, `${element.offsetHeight}px`);
    }).observe(element);
  }
  darkScheme.addEventListener("change", repaint);
}

function makeViews() {
  const group = document.getElementById("views");
  group.hidden = VIEWS.size < 2;
  for (const [view, name] of VIEWS) {
    const button = make("button", { text: name, attributes: { type: "button", value: view } });
    button.addEventListener("click", () => {
      state.view = view;
      change();
    });
    group.append(button);
  }
}

function makeWords() {
  for (const name of ["subtitle", "completeness", "source", "method"]) {
    const line = document.getElementById(name);
    line.textContent = graph[name];
    line.hidden = !graph[name];
  }
  document.getElementById("completeness-whole").textContent = graph.completeness; // a narrow screen cuts it above
  document.getElementById("source").textContent = graph.source && `Source: ${graph.source}.`;
  document.getElementById("source-line").textContent = graph.source && `Source: ${graph.source}`;
  // Of one statement, all who are named signed exactly the same.
  document.getElementById("regions").hidden = !twoMode || statements.length < 2;
  const dated = statements.filter((statement) => statement.date).length;
  const order = !dated ? "" : dated < statements.length ? ", by date, first those without one" : ", by date";
  document.querySelector("#regions .facts").textContent = `A square for each statement${order}. Choose a row to ask for it.`;
  document.querySelector("label[for=filter-group]").textContent = groupWord();
  // An answer would be no proof where a list lacks names.
  document.getElementById("regions-title").textContent = statements.some(isPartial) ? "Who is named under exactly the same" : "Who signed exactly the same";
  if (!signatories.some((node) => node.aliases)) document.getElementById("search").placeholder = "Name"; // only known ones have others
  if (!signatories.length) {
    document.getElementById("search-label").textContent = "Find a statement";
    document.getElementById("matches").hidden = true;
  }
}

makeWords();
makeViews();
makeFilters();
makeStatements();
makeTable();
listen();
readState(location.hash.slice(1));
render();
