// Who is named under what, as short lists: thousands of statements take no more room than they must.

/** The ids of a node's neighbours, in order: asked like a set, gone through like a list. */
export class Near {
  constructor(ids) {
    this.ids = Uint32Array.from(ids).sort();
    this.size = this.ids.length;
  }

  has(id) {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.ids[low] === id;
  }

  [Symbol.iterator]() {
    return this.ids.values();
  }
}

/**
 * Call `each(statement, signatory)` for every name in the text that the file has them as: of each
 * statement how many are named, and how far each stands after the one before; seven bits a byte.
 */
export function eachSigned(text, statements, signatories, each) {
  const bytes = atob(text);
  let at = 0;
  const next = () => {
    let [number, shift, byte] = [0, 0, 128];
    for (; byte & 128; shift += 7) {
      byte = bytes.charCodeAt(at);
      number |= (byte & 127) << shift;
      at += 1;
    }
    return number;
  };
  for (const statement of statements) {
    let place = -1;
    for (let left = next(); left > 0; left -= 1) {
      place += next();
      each(statement, signatories[place]);
    }
  }
}
