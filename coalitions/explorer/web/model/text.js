// Words and numbers as they are written; nothing here knows the graph.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

export function dayWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  const words = [day, MONTHS[month - 1], year];
  return words[1] ? words.filter(Boolean).join(" ") : date;
}

export function joined(words, last = "and") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** "1,264": thousands have a separator. */
export function grouped(number) {
  return number.toLocaleString("en");
}

export function counted(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function span(least, most) {
  return least === most ? String(least) : `${least}–${most}`;
}

/** Three decimals, as the tables have them: of two that are as near, the even one. */
export function decimals(value) {
  const below = Math.floor(value * 1000);
  const isBetween = Number.isInteger(value * 16) && value * 1000 - below === 0.5;
  return (isBetween ? (below + (below % 2)) / 1000 : value).toFixed(3);
}

/** What a cell names as its sources: it may hold several, with bars between them. */
export function sourcesOf(text) {
  return text
    .split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Only plain addresses of the web become links; with a name or a password before the host, or of another kind, they stay text. */
export function isLink(text) {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || /^[^/]*\/\/[^/?#]*@/.test(text)) return false;
  try {
    const { protocol, username, password, hostname } = new URL(text);
    return /^https?:$/.test(protocol) && username === "" && password === "" && hostname !== "";
  } catch {
    return false;
  }
}

/** The name as it is compared: no case, no accents, no punctuation, one space between words. */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
