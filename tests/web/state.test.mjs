import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page } from "./worked.mjs";

const { asked, presentView, readState, state, stateText } = await page("model/state.js");
const { hasMark, neighbours, shown, workOut } = await page("model/shown.js");
const { addViews, views } = await page("model/views.js");
const { nodes } = await page("model/data.js");
const [a, b, x, y, z] = nodes;

const ties = { hasMark: () => true, neighbours: () => new Set(), lines: () => ({ all: 7 }) };
addViews([
  { key: "plain", isThere: true, ties, moved: "moved" },
  { key: "own", isThere: true, ties: { ...ties, hasMark: (node) => node.kind !== "statement", neighbours: (id) => new Set([id]) }, isByShared: true },
  { key: "elsewhere", isThere: false, ties },
]);

beforeEach(() => readState(""));

test("a page shows the first view, and only those that its graph has", () => {
  assert.deepEqual([...views.keys()], ["plain", "own"]);
  assert.equal(presentView().key, "plain");
  assert.equal(stateText(), "");
  readState("view=elsewhere");
  assert.equal(presentView().key, "plain");
});

test("an address is read as it was written", () => {
  for (const text of [
    "view=own&signed=a&without=b",
    "hide=critical&year=2020&at=x",
    "at=y&moved=x+3+-4",
    "view=own&shared=1",
  ]) {
    readState(text);
    assert.equal(stateText(), text === "view=own&shared=1" ? "view=own" : text); // 1 is usual here
  }
});

test("what no page knows is let be", () => {
  readState("signed=c&hide=nobody&group=none&year=1999&at=nobody&shared=9&moved=x+far+away&moved=nobody+1+2");
  assert.equal(stateText(), "");
});

test("the question finds who is named as asked", () => {
  readState("signed=a&without=b");
  workOut();
  assert.deepEqual([asked("signed"), asked("without")], [[a], [b]]);
  assert.deepEqual([...shown.found], [x.id]);
  assert.deepEqual(shown.rows, [x]);
});

test("filters leave the statements of a year and who is named under them", () => {
  readState("year=2021");
  workOut();
  assert.deepEqual(shown.statements, [b]);
  assert.deepEqual(shown.signatories, [y, z]);
  assert.equal(shown.records.get(y.id).side, "critical"); // within that year
});

test("marks, ties and lines are those of the view, whichever it is", () => {
  workOut();
  assert.equal(hasMark(a), true);
  assert.deepEqual(shown.lines, { all: 7 });
  state.view = "own";
  assert.equal(hasMark(a), false);
  assert.deepEqual(neighbours(x.id), new Set([x.id]));
});
