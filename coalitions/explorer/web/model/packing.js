// The most matches that names left over can make: a small integer programme, solved exactly.

const MOST_BRANCHES = 400;
const NEARLY = 1e-7;

/**
 * Max Σ x, where x of a group is at most its number, and all x that need list i at most free[i].
 *
 * Branch and bound over the relaxation: the sum is whole, so a branch whose relaxation stays below
 * the best sum plus one is done. Nearly always the first relaxation is whole already.
 */
export function mostPacked(groups, free) {
  let best = 0;
  let branches = 0;
  let bound = 0; // of what was left undone
  const branch = (caps, most, taken) => {
    const { sum, values } = relaxed(groups, caps, most);
    const limit = taken + Math.floor(sum + NEARLY);
    best = Math.max(best, taken + filledUp(groups, caps, most, values));
    if (limit <= best) return;
    branches += 1;
    if (branches > MOST_BRANCHES) {
      bound = Math.max(bound, limit);
      return;
    }
    const split = values.findIndex((value) => Math.abs(value - Math.round(value)) > NEARLY);
    const low = Math.floor(values[split]);
    const rest = caps.map((cap, place) => cap - (groups[split].lacking.includes(place) ? low + 1 : 0));
    const capped = (number) => most.map((other, place) => (place === split ? number : other));
    if (rest.every((cap) => cap >= 0)) branch(rest, capped(most[split] - low - 1), taken + low + 1);
    branch(caps, capped(low), taken);
  };
  branch(free, groups.map(({ number }) => number), 0);
  return { number: Math.max(best, bound), exact: bound <= best };
}

/** A whole solution from a fractional one: rounded down, then whatever still fits. */
function filledUp(groups, caps, most, values) {
  const left = caps.slice();
  let sum = 0;
  const take = (place, number) => {
    for (const list of groups[place].lacking) left[list] -= number;
    sum += number;
  };
  const whole = values.map((value) => Math.floor(value + NEARLY));
  whole.forEach((number, place) => take(place, number));
  groups.forEach(({ lacking }, place) => take(place, Math.min(most[place] - whole[place], ...lacking.map((list) => left[list]))));
  return sum;
}

/**
 * The relaxation, by the simplex method for variables with upper bounds.
 *
 * A variable at its upper bound is replaced by its distance from it ("flipped"), so that all that
 * are not in the basis stand at 0. Bland's rule (the first column that gains) keeps it from cycling.
 */
function relaxed(groups, caps, most) {
  const columns = groups.length + caps.length; // one for each group, one for what a list has left
  const upper = [...most, ...caps.map(() => Infinity)];
  const rows = caps.map((cap, list) => {
    const row = new Float64Array(columns + 1);
    groups.forEach(({ lacking }, place) => { row[place] = lacking.includes(list) ? 1 : 0; });
    row[groups.length + list] = 1;
    row[columns] = cap;
    return row;
  });
  const gain = new Float64Array(columns + 1).fill(1, 0, groups.length);
  const table = { rows, gain, upper, columns, basis: caps.map((_, list) => groups.length + list), flipped: new Uint8Array(columns) };
  for (;;) {
    const column = gain.findIndex((value, place) => place < columns && value > NEARLY);
    if (column < 0) break;
    enter(table, column);
  }
  const values = groups.map((_, place) => (table.flipped[place] ? most[place] : 0));
  table.basis.forEach((place, row) => {
    if (place < groups.length) values[place] = table.flipped[place] ? most[place] - rows[row][columns] : rows[row][columns];
  });
  return { sum: values.reduce((sum, value) => sum + value, 0), values };
}

/** Let a column grow until it, or something in the basis, meets a bound. */
function enter(table, column) {
  const { rows, upper, columns, basis } = table;
  let step = upper[column];
  let leaving = -1;
  rows.forEach((row, place) => {
    const slope = row[column];
    if (Math.abs(slope) <= NEARLY) return;
    const reach = slope > 0 ? row[columns] / slope : (row[columns] - upper[basis[place]]) / slope;
    const earlier = leaving < 0 ? reach < step : reach < step - NEARLY || (reach < step + NEARLY && basis[place] < basis[leaving]);
    if (earlier) [step, leaving] = [reach, place];
  });
  if (leaving < 0) return flip(table, column);
  if (rows[leaving][column] < 0) flipInBasis(table, leaving);
  pivot(table, leaving, column);
}

function flip({ rows, gain, upper, columns, flipped }, column) {
  for (const row of [...rows, gain]) {
    row[columns] -= row[column] * upper[column];
    row[column] = -row[column];
  }
  flipped[column] ^= 1;
}

function flipInBasis({ rows, upper, columns, basis, flipped }, place) {
  const own = basis[place];
  const row = rows[place];
  row.forEach((value, column) => { row[column] = -value; });
  row[own] = 1;
  row[columns] += upper[own];
  flipped[own] ^= 1;
}

function pivot({ rows, gain, basis }, place, column) {
  const own = rows[place];
  const divisor = own[column];
  own.forEach((value, at) => { own[at] = value / divisor; });
  for (const row of [...rows, gain]) {
    const factor = row[column];
    if (row === own || factor === 0) continue;
    own.forEach((value, at) => { row[at] -= factor * value; });
    row[column] = 0;
  }
  basis[place] = column;
}
