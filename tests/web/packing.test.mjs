import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./worked.mjs";

const { mostPacked } = await page("model/packing.js");

test("two lists of two names each: two of those who lack the first, one of those who lack the other", () => {
  const groups = [{ lacking: [0], number: 3 }, { lacking: [0, 1], number: 2 }, { lacking: [1], number: 1 }];
  assert.deepEqual(mostPacked(groups, [2, 2]), { number: 3, exact: true });
});

/** Every way to take some of each group. */
function mostByTrying(groups, free) {
  if (groups.length === 0) return 0;
  const [{ lacking, number }, ...rest] = groups;
  let most = 0;
  for (let taken = 0; taken <= number; taken += 1) {
    const left = free.map((room, list) => room - (lacking.includes(list) ? taken : 0));
    if (left.some((room) => room < 0)) break;
    most = Math.max(most, taken + mostByTrying(rest, left));
  }
  return most;
}

test("the most is the most of all ways, and called exact", () => {
  let seed = 1;
  const draw = (most) => { // the same numbers each time
    seed = (seed * 48271) % 2147483647;
    return seed % (most + 1);
  };
  for (let round = 0; round < 300; round += 1) {
    const lists = [0, 1, 2];
    const free = lists.map(() => draw(4));
    const groups = Array.from({ length: 1 + draw(4) }, () => ({ lacking: lists.filter(() => draw(1)), number: draw(3) }))
      .filter(({ lacking }) => lacking.length);
    assert.deepEqual(mostPacked(groups, free), { number: mostByTrying(groups, free), exact: true });
  }
});
