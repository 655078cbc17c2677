// The page's sentences.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

const SPELT_OUT = 4; // more statements in a sentence are counted

function sideWord(side) {
  const word = graph.sides[side] ?? side;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function keyWord(value) {
  if (colourBy === "side") return sideWord(value);
  return value || (signatories.length ? "No regional group" : "No topic");
}

function dayWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  return MONTHS[month - 1] ? `${day} ${MONTHS[month - 1]} ${year}` : date;
}

function joined(words, last = "and") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** "1,264": thousands have a separator. */
function grouped(number) {
  return number.toLocaleString("en");
}

function counted(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** "195 states": those who could have signed. */
function everybody() {
  return counted(graph.universe, ...graph.noun);
}

function span(least, most) {
  return least === most ? String(least) : `${least}–${most}`;
}

function statementTitle(statement) {
  return statement.title || statement.label;
}

/** "25 of 55 names known", and what to say where a number is lacking. */
function knownWords(statement) {
  if (statement.declared < 0) return `${counted(statement.named, "name")}, no number declared`;
  if (statement.named > statement.declared) {
    return `${statement.named} named, though ${statement.declared} were declared`;
  }
  return `${statement.named} of ${statement.declared} names known`;
}

function notSignedWords(statement) {
  return isPartial(statement) ? "not named in the known part of the list" : "did not sign";
}

/** The answer: what was asked, how many are named, and what the partial lists leave open. */
function answerSentences(signed, without, found) {
  if (!twoMode) return [standingWords()];
  if (signed.length + without.length === 0) {
    return [`${signatories.length} of ${everybody()} are named under at least one of ` +
      `${counted(statements.length, "statement")}. Choose “signed” or “did not sign” to ask for some of them.`];
  }
  const sentences = signed.length ? [signedWords(signed, without, found)] : [absentWords(without, found)];
  const partial = [...signed, ...without].filter(isPartial);
  if (partial.length) sentences.push(partialWords(signed, without, partial));
  return sentences;
}

function signedWords(signed, without, found) {
  const partial = signed.some(isPartial);
  const verb = partial ? (found.length === 1 ? "is named under" : "are named under") : "signed";
  const only = found.filter((node) => node.count === signed.length).length;
  const more = only > 0 && without.length <= SPELT_OUT ? ` ${only} of them ${only === 1 ? "is" : "are"} named under no other statement here.` : "";
  const but = without.length ? ` and ${withoutWords(without)}` : "";
  return `${found.length} of ${everybody()} ${verb} ${allOf(signed)}${but}.${more}`;
}

function absentWords(without, found) {
  const nowhere = graph.universe - signatories.length;
  const rest = nowhere > 0 ? ` and ${nowhere} that no statement here names` : "";
  return `${found.length + nowhere} of ${everybody()} ${withoutWords(without)}: ` +
    `${found.length} that other statements name, listed below,${rest}.`.replace(",.", ".");
}

function withoutWords(without) {
  if (without.length > SPELT_OUT) return manyWithoutWords(without);
  const complete = without.filter((statement) => !isPartial(statement));
  const partial = without.filter(isPartial);
  const parts = [];
  if (complete.length) parts.push(`did not sign ${joined(complete.map(quoted), "or")}`);
  if (partial.length) {
    parts.push(`are not named in the known part of the list of ${joined(partial.map(quoted), "or")}`);
  }
  return joined(parts);
}

function manyWithoutWords(without) {
  const others = state.asked.size >= shown.statements.length ? `the other ${without.length} statements in view` : `${without.length} other statements`;
  return `are named under none of ${others}`;
}

function partialWords(signed, without, partial) {
  const lists = joined(partial.map((one) => `${quoted(one)} (${knownWords(one)})`));
  const several = partial.length > SPELT_OUT ? `${partial.length} of these lists are partial` : `The lists of ${lists} are partial`;
  const opening = partial.length === 1 ? `The list of ${lists} is partial` : several;
  return `${opening}: with the unnamed, the number is ${boundsWords(bounds(signed, without))}; absence from a partial list is not a refusal.`;
}

function boundsWords({ least, most, exact }) {
  if (!exact) return `at least ${least} and at most ${most} (the exact bounds may lie closer)`;
  return least === most ? least : `between ${least} and ${most}`;
}

function standingWords() {
  if (signatories.length) return `${signatories.length} of ${everybody()} are named under the statements.`;
  return `${counted(statements.length, "statement")}; a line joins two that share a signatory.`;
}

function quoted(statement) {
  return `“${statement.label}”`;
}

function allOf(list) {
  if (list.length === 1) return quoted(list[0]);
  if (list.length > SPELT_OUT) return `all ${list.length} chosen statements`;
  return `${list.length === 2 ? "both" : `all ${list.length}`}: ${joined(list.map(quoted))}`;
}

/** What the picture shows, for its subtitle and for a screen reader. */
function viewWords() {
  const marks = shown.signatories.length;
  if (state.view === "cosigning") {
    return `${counted(marks, ...graph.noun)}, a line where two share at least ${counted(leastShared(), "statement")}: ${lineWords()}`;
  }
  if (state.view === "map") return `${tiles.length} ${graph.noun[1]} as equal tiles, ${marks} of them named under ${counted(shown.statements.length, "statement")}`;
  if (state.view === "matrix") return `${counted(marks, ...graph.noun)} by ${counted(shown.statements.length, "statement")}`;
  if (!signatories.length) return `${counted(shown.statements.length, "statement")}, a line where two share a signatory`;
  return `${counted(shown.statements.length, "statement")} and ${counted(marks, ...graph.noun)}, a line where one is named under the other`;
}
