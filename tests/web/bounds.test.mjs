import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./worked.mjs";

const { bounds, matching, pairBounds } = await page("model/bounds.js");
const { nodes } = await page("model/data.js");
const [a, b, x, y, z] = nodes;

test("who matches is who is named", () => {
  assert.deepEqual(matching([a], [b]), [x]);
  assert.deepEqual(matching([a, b], []), [y]);
  assert.deepEqual(matching([], [a]), [z]);
});

test("the missing name of a may be a match or none", () => {
  // It is z, who signed b, or one of the two that nobody names.
  assert.deepEqual(bounds([a], [b]), { named: 1, least: 1, most: 2, exact: true });
  // It is z, who signed b as well, or another.
  assert.deepEqual(bounds([a, b], []), { named: 1, least: 1, most: 2, exact: true });
  // It may strike out z.
  assert.deepEqual(bounds([b], [a]), { named: 1, least: 0, most: 1, exact: true });
});

test("complete lists leave nothing open", () => {
  assert.deepEqual(bounds([b], []), { named: 2, least: 2, most: 2, exact: true });
});

test("two share what lists allow", () => {
  // z may be the missing name of a; either stands under both statements in any case.
  assert.deepEqual(pairBounds(x, z), { shared: [0, 1], jaccard: [0, 1 / 2] });
  assert.deepEqual(pairBounds(x, y), { shared: [1, 1], jaccard: [1 / 2, 1 / 2] });
});
