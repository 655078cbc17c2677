// What every view has, where its own module says nothing else.

import { edgeOf, edges, isPartial, near, nodes, signatories, statements, twoMode } from "../model/data.js";
import { NO_LINES } from "../model/shown.js";
import { circleWord, numberWord } from "../model/words.js";

/**
 * A view is one module, and one name in the table (views.js). It has:
 *
 * - `key` and `name`: what the address and its button call it; `isThere`: whether this graph has it;
 * - `box`: the element that it fills;
 * - `ties`: which nodes have a mark, who is tied to whom, how many lines there are;
 * - `show()`: draw what is in view; `place()`, where marks are put up first, and `enter()`, when the reader comes to it;
 * - `keys`: where the arrow keys lead, how a choice comes into sight; `zoom` and `whole`, where one can;
 * - `picture`: `body(ruler)`, to take away at its own size, and `paper(sheet)`, all that goes on sheets;
 * - `words`: `line()` says what it shows, `key()` what its marks mean, `filter()` what else narrows it,
 *   `partly()` what is not in sight and how to see it, `leftOut()` what the picture to take away lacks;
 * - `moved` and `home(node)`, where marks can be put elsewhere: what the address calls that, and where each belongs;
 * - `isByShared`, where lines are drawn from so many shared statements on.
 */
export const anyView = {
  ties: {
    hasMark: () => true,
    neighbours: (id) => near[id],
    lines: () => NO_LINES,
    pairs: () => (twoMode ? statements.flatMap(({ id }) => Array.from(near[id], (other) => [id, other, edgeOf(nodes[id], nodes[other]).shared])) : edges.map((edge) => [edge.from, edge.to, edge.shared])),
  },
  words: { key: markKey, filter: () => "", partly: () => "", leftOut: () => "" },
};

/** Of each kind of mark: how it looks, what it is, and what stands in it. */
function markKey() {
  const help = [];
  if (statements.length) help.push(["key-square", `statement, ${numberWord()}`, "n"]);
  if (statements.some(isPartial)) help.push(["key-hatched", "names not known"]);
  if (signatories.length) help.push(["key-circle", circleWord()]);
  return help;
}
