// The reader's doings, and what they change.

const hiddenKeys = new Set();
const tip = document.getElementById("tip");

function select(id, { centre = false } = {}) {
  if (id !== null && hiddenIds.has(id)) showKey(nodes[id][colourBy]);
  view.selected = id;
  view.hovered = null;
  tip.hidden = true;
  showCard();
  document.querySelector(".side").scrollTop = 0;
  if (centre && id !== null) centreOn(id);
  network.redraw();
}

function showLegend() {
  const legend = document.getElementById("legend");
  for (const key of colourKeys()) {
    const input = make("input", { attributes: { type: "checkbox", value: key.value } });
    input.checked = true;
    input.addEventListener("change", () => {
      if (input.checked) hiddenKeys.delete(key.value);
      else hiddenKeys.add(key.value);
      filter();
    });
    const swatch = tint(make("span", { name: "swatch", attributes: { "aria-hidden": "true" } }), key);
    legend.append(make("label", {}, input, swatch, make("span", { text: keyWord(key.value) }), make("span", { name: "count", text: String(key.count) })));
  }
  const help = [];
  if (statements.length) help.push(keyItem("key-square", "n", "statement and its declared number"));
  if (statements.some(isPartial)) help.push(keyItem("key-hatched", "", "names not known"));
  if (signatories.length) help.push(keyItem("key-circle", "", `${graph.noun[0]}, larger the more it signed`));
  document.getElementById("key").append(...help);
}

function keyItem(mark, inside, text) {
  return make("span", { name: "pair" }, make("span", { name: `mark ${mark}`, text: inside, attributes: { "aria-hidden": "true" } }), make("span", { text }));
}

/** A statement goes with its side; where colour is the group, statements stay. */
function filter() {
  hideMarks((node) => (node.kind !== "statement" || colourBy === "side" || !signatories.length) && hiddenKeys.has(node[colourBy]));
  if (view.selected !== null && hiddenIds.has(view.selected)) select(null);
  network.redraw();
}

function showKey(value) {
  hiddenKeys.delete(value);
  for (const input of document.querySelectorAll("#legend input")) input.checked = !hiddenKeys.has(input.value);
  filter();
}

function reset() {
  hiddenKeys.clear();
  for (const input of document.querySelectorAll("#legend input")) input.checked = true;
  searchBox.value = "";
  closeResults();
  filter();
  select(null);
  resetQuestion();
  showAll();
}

/** Beside the pointer, never under it and never off the stage. */
function showTip(id) {
  const node = nodes[id];
  const words = node.kind === "statement"
    ? [dayWords(node.date), sideWord(node.side), knownWords(node)]
    : [node.group, sideWord(node.side), `named under ${counted(node.count, "statement")}`];
  const name = node.kind === "statement" ? statementTitle(node) : node.name;
  tip.replaceChildren(make("strong", { text: name }), make("span", { text: words.filter(Boolean).join(" · ") }));
  tip.hidden = false;
  const at = network.canvasToDOM(network.getPosition(id));
  const away = radiusOf(node) * network.getScale() + 10;
  const left = at.x + away + tip.offsetWidth > stage.clientWidth ? at.x - away - tip.offsetWidth : at.x + away;
  tip.style.left = `${Math.max(4, Math.min(left, stage.clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.max(4, Math.min(at.y - tip.offsetHeight / 2, stage.clientHeight - tip.offsetHeight - 4))}px`;
}

function hover(id) {
  if (view.hovered === id) return;
  view.hovered = id;
  if (id === null) tip.hidden = true;
  else showTip(id);
  network.redraw();
}

function moveSelection(dx, dy) {
  const first = nodes.find((node) => !hiddenIds.has(node.id));
  if (!first) return;
  const next = view.selected === null ? first.id : neighbourTowards(view.selected, dx, dy);
  if (next === null) return;
  select(next);
  network.moveTo({ position: network.getPosition(next), animation: false });
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

function listen() {
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("click", ({ pointer }) => select(nodeNear(pointer.DOM)));
  network.on("dragStart", () => hover(null));
  network.on("zoom", () => hover(null));
  network.on("dragEnd", ({ nodes: moved }) => {
    if (moved.length) view.moved += 1;
    network.unselectAll();
  });
  stage.addEventListener("pointerleave", () => hover(null));
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  document.getElementById("reset").addEventListener("click", reset);
  document.getElementById("csv").addEventListener("click", downloadCsv);
  document.getElementById("zoom-in").addEventListener("click", () => zoomBy(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
  document.getElementById("zoom-all").addEventListener("click", showAll);
  const bar = document.querySelector(".completeness");
  new ResizeObserver(() => bar.parentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  darkScheme.addEventListener("change", repaint);
  for (const [event, state] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(event, () => {
      printing = state;
      document.querySelector(".foot details").open = state;
      repaint();
    });
  }
}

function start() {
  stage.setAttribute("aria-label", `Network of ${counted(nodes.length, "mark")} and ${counted(edges.length, "line")}`);
  for (const name of ["subtitle", "completeness", "source", "method"]) {
    const line = document.getElementById(name);
    line.textContent = graph[name];
    line.hidden = !graph[name];
  }
  document.querySelector(".completeness").hidden = !graph.completeness;
  document.getElementById("source").textContent = graph.source && `Source: ${graph.source}.`;
  document.getElementById("source-line").textContent = graph.source && `Source: ${graph.source}`;
  if (!signatories.length) {
    document.getElementById("search-label").textContent = "Find a statement";
    document.getElementById("matches").hidden = true;
  }
  showLegend();
  showStatements();
  answer();
  listen();
  showAll();
  // The stage changes its size with the window; an untouched picture keeps filling it.
  let touched = false;
  for (const event of ["zoom", "dragEnd"]) network.on(event, () => { touched = true; });
  network.on("resize", () => { if (!touched) showAll(); });
}

start();
