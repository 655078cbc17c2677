// What is in view: side or group, regional group, event, year; and from how many shared statements on.

const legendInputs = new Map();
const SELECTS = { group: groups, event: events, year: years };
const slider = document.getElementById("shared");

function makeFilters() {
  const legend = document.getElementById("legend");
  for (const key of colourKeys()) {
    const input = make("input", { attributes: { type: "checkbox", value: key.value } });
    input.addEventListener("change", () => {
      if (input.checked) state.hidden.delete(key.value);
      else state.hidden.add(key.value);
      change();
    });
    legendInputs.set(key.value, input);
    const swatch = tint(make("span", { name: "swatch", attributes: { "aria-hidden": "true" } }), key);
    legend.append(make("label", {}, input, swatch, make("span", { text: keyWord(key.value) }), make("span", { name: "count", text: String(key.count) })));
  }
  for (const [name, values] of Object.entries(SELECTS)) makeSelect(name, values);
  slider.addEventListener("input", () => {
    state.shared = Number(slider.value);
    change({ step: false });
  });
}

function makeSelect(name, values) {
  const select = document.getElementById(`filter-${name}`);
  // What does not tell anything apart, or is in the legend already, needs no control.
  select.parentElement.hidden = values.size < 2 || (name === "group" && colourBy === "group");
  const sorted = [...values].sort(([one], [other]) => one.localeCompare(other, "en"));
  for (const [value, count] of sorted) select.append(make("option", { text: `${value} (${count})`, attributes: { value } }));
  select.addEventListener("change", () => {
    state[name] = select.value;
    change();
  });
}

/** What the marks mean; on the map it depends on what is asked. */
function showKey() {
  document.getElementById("key").replaceChildren(...(state.view === "map" ? mapKey().map(([mark, text]) => keyItem(mark, "", text)) : markKey()));
}

function markKey() {
  const help = [];
  if (statements.length) help.push(keyItem("key-square", "n", "statement, declared number"));
  if (statements.some(isPartial)) help.push(keyItem("key-hatched", "", "names not known"));
  if (signatories.length) help.push(keyItem("key-circle", "", `${graph.noun[0]}, larger the more it signed`));
  return help;
}

function keyItem(mark, inside, text) {
  return make("span", { name: "pair" }, make("span", { name: `mark ${mark}`, text: inside, attributes: { "aria-hidden": "true" } }), make("span", { text }));
}

function showFilters() {
  for (const [value, input] of legendInputs) input.checked = !state.hidden.has(value);
  for (const name of Object.keys(SELECTS)) document.getElementById(`filter-${name}`).value = state[name];
  document.getElementById("shared-row").hidden = state.view !== "cosigning";
  if (state.view === "cosigning") showSlider();
}

function showSlider() {
  slider.max = String(sharedFacts().most);
  slider.disabled = slider.max === slider.min; // there is nothing to choose
  slider.value = String(leastShared());
  slider.setAttribute("aria-valuetext", `${counted(leastShared(), "statement")}, ${lineWords()}`);
  document.getElementById("shared-words").textContent = `${leastShared()} · ${lineWords()}`;
}

/** How many lines there are, and how many of them are drawn. */
function lineWords() {
  const { all, drawn, from } = shown.lines;
  const fewer = leastShared() < sharedFacts().most ? "ask for more shared statements, or filter" : "filter to see some";
  if (all === null) return `not drawn: too many different records to compare here; ${fewer}`;
  if (drawn === all) return counted(all, "line");
  if (drawn === 0) return `${counted(all, "line")}, none drawn: a picture holds ${grouped(MOST_LINES)}; ${fewer}`;
  return `${grouped(drawn)} of ${counted(all, "line")} drawn, from ${from} shared statements on`;
}

/** What the filters say, as a sentence; nothing where none is set. */
function filterWords() {
  const parts = [
    state.group && `regional group ${state.group}`,
    state.event && `event ${state.event}`,
    state.year && `year ${state.year}`,
    state.hidden.size && `without ${joined([...state.hidden].map(keyWord))}`,
    state.view === "cosigning" && `at least ${counted(leastShared(), "shared statement")}`,
  ].filter(Boolean);
  return parts.length ? `In view: ${parts.join(", ")}.` : "";
}
