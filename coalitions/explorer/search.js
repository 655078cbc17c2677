// Find a signatory by any spelling, with the keyboard or without.

const MOST_RESULTS = 8;
const searchBox = document.getElementById("search");
const resultList = document.getElementById("results");

/** Every spelling, as it is compared and as it is shown. */
const spellings = (signatories.length ? signatories : statements).map((node) => ({
  node,
  words: [node.label, node.name ?? statementTitle(node), node.key, ...(node.aliases ?? [])].map((text) => ({ text, plain: plain(text) })),
}));

/** 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 anywhere, Infinity nowhere. */
function closeness(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Infinity;
}

function search(text) {
  const wanted = plain(text);
  if (!wanted) return [];
  const hits = [];
  for (const { node, words } of spellings) {
    let best = { rank: Infinity, word: null };
    for (const word of words) {
      const rank = closeness(word.plain, wanted);
      if (rank < best.rank) best = { rank, word };
    }
    if (best.rank < Infinity) hits.push({ node, ...best });
  }
  hits.sort((one, other) => one.rank - other.rank || one.node.label.localeCompare(other.node.label, "en"));
  return hits.slice(0, MOST_RESULTS);
}

let hits = [];
let active = -1;

function showResults() {
  hits = search(searchBox.value);
  active = hits.length ? 0 : -1;
  const nothing = !hits.length && plain(searchBox.value) !== "";
  resultList.replaceChildren(...hits.map(resultItem));
  if (nothing) {
    resultList.append(make("li", { name: "nothing", text: "No such name here", attributes: { role: "option", "aria-disabled": "true", "aria-selected": "false" } }));
  }
  resultList.hidden = !hits.length && !nothing;
  markActive();
}

function resultItem(hit, place) {
  const item = make("li", { attributes: { role: "option", id: `result-${place}` } }, markOf(hit.node), make("span", { text: hit.node.label }));
  const { text } = hit.word;
  if (text !== hit.node.label) item.append(make("span", { name: "facts", text: text }));
  // Not "click": the box would lose the focus first and the list would close.
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(place);
  });
  return item;
}

function markActive() {
  [...resultList.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
  if (active < 0) searchBox.removeAttribute("aria-activedescendant");
  else searchBox.setAttribute("aria-activedescendant", `result-${active}`);
}

function choose(place) {
  const hit = hits[place];
  closeResults();
  if (!hit) return;
  searchBox.value = hit.node.label;
  select(hit.node.id, { reveal: true });
}

function closeResults() {
  resultList.hidden = true;
  active = -1;
  searchBox.removeAttribute("aria-activedescendant");
}

searchBox.addEventListener("input", showResults);
searchBox.addEventListener("blur", closeResults);
searchBox.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    event.preventDefault();
    if (resultList.hidden) showResults();
    else active = (active + step + hits.length) % hits.length;
    markActive();
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    choose(active);
  } else if (event.key === "Escape") {
    closeResults();
  }
});
