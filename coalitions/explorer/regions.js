// Regions: who signed exactly these statements and no other in view. A click asks for them.

const FIRST_REGIONS = 40;
const MANY_CELLS = 5000; // of the matrix
let allRegions = false;

/** One a record of signatures, the largest first; the statements of each by date. */
function regions() {
  const found = new Map();
  for (const node of shown.signatories) {
    const under = shown.statements.filter((statement) => near[statement.id].has(node.id));
    const key = under.map((statement) => statement.id).join(" ");
    if (!key) continue;
    if (!found.has(key)) found.set(key, { key, under, members: [] });
    found.get(key).members.push(node);
  }
  return [...found.values()].sort((one, other) =>
    other.members.length - one.members.length || one.under.length - other.under.length || one.key.localeCompare(other.key),
  );
}

/** Whether the question asks for exactly this region. */
function isAsked(region) {
  const signed = new Set(region.under.map((statement) => statement.id));
  return state.asked.size >= shown.statements.length && statements.every((statement) => {
    const choice = state.asked.get(statement.id);
    if (!shown.isShown[statement.id]) return choice === undefined;
    return choice === (signed.has(statement.id) ? "signed" : "without");
  });
}

function askRegion(region) {
  const again = isAsked(region);
  state.asked.clear();
  if (!again) {
    for (const statement of shown.statements) {
      state.asked.set(statement.id, region.under.includes(statement) ? "signed" : "without");
    }
  }
  change();
}

let listed = { key: null, list: [] };

let later = 0;

/** Where there is much to tell, the regions are told when the hand rests. */
function showRegions() {
  if (!twoMode) return;
  clearTimeout(later);
  if (signatories.length * statements.length > MANY_CELLS) later = setTimeout(showRegionsNow, REST);
  else showRegionsNow();
}

/** The rows are made anew when other marks are in view, and only marked when the question changes. */
function showRegionsNow() {
  const key = JSON.stringify([shown.signatories.length, shown.statements.length, state.event, state.year, state.group, [...state.hidden], allRegions]);
  if (listed.key !== key) {
    const all = regions();
    const list = allRegions ? all : all.slice(0, FIRST_REGIONS);
    const most = Math.max(1, ...list.map((region) => region.members.length));
    const rows = list.map((region) => regionRow(region, most));
    listed = { key, list: list.map((region, place) => ({ region, button: rows[place].firstChild })) };
    document.getElementById("regions-list").replaceChildren(...rows);
    document.getElementById("regions-head").replaceChildren(regionHead());
    document.getElementById("regions-title").dataset.count = String(all.length);
    const more = document.getElementById("regions-more");
    more.hidden = list.length === all.length;
    more.textContent = `Show all ${grouped(all.length)} regions`;
  }
  for (const { region, button } of listed.list) {
    button.setAttribute("aria-pressed", String(isAsked(region)));
    button.classList.toggle("lit", shown.found !== null && region.members.every((node) => shown.found.has(node.id)));
  }
}

/** The years above the columns, each over its first statement. */
function regionHead() {
  const head = make("span", { name: "strip years", attributes: { "aria-hidden": "true" } });
  head.style.setProperty("--columns", String(Math.max(1, shown.statements.length)));
  let last = -Infinity; // a year has room over three columns
  shown.statements.forEach((statement, place) => {
    const year = yearOf(statement);
    const first = year && (place === 0 || year !== yearOf(shown.statements[place - 1])) && place - last > 2;
    if (first) last = place;
    head.append(make("span", { text: first ? `’${year.slice(2)}` : "" }));
  });
  return head;
}

function regionRow(region, most) {
  const strip = make("span", { name: "strip", attributes: { "aria-hidden": "true" } });
  strip.style.setProperty("--columns", String(Math.max(1, shown.statements.length)));
  for (const statement of shown.statements) {
    const cell = region.under.includes(statement) ? "cell" : isPartial(statement) ? "cell unknown" : "cell empty";
    strip.append(tint(make("span", { name: cell }), statement));
  }
  const number = region.members.length;
  const bar = make("span", { name: "length" });
  bar.style.setProperty("--length", `${(100 * number) / most}%`);
  const amount = make("span", { name: "amount" }, make("strong", { text: grouped(number) }), bar);
  const under = make("span", { name: "hidden", text: ` named under exactly ${regionWords(region)}. ` });
  const names = make("span", { name: "facts", text: region.members.map((node) => node.label).join(", ") });
  const button = make("button", { name: "region", attributes: { type: "button", "aria-pressed": "false" } }, strip, amount, under, names);
  button.title = regionWords(region);
  button.addEventListener("click", () => askRegion(region));
  return make("li", {}, button);
}

function regionWords({ under }) {
  return `${counted(under.length, "statement")}: ${under.map((one) => one.label).join("; ")}`;
}
