// Whether the page stands in the frame of another, for which its file was made.

export const FULL = "full"; // in the address of such a file: the whole page all the same

const root = document.documentElement;
const isMade = root.classList.contains("embedded");
/** Such a file, shown whole. */
export const isWhole = isMade && new URLSearchParams(location.hash.slice(1)).has(FULL);
export const isGuest = isMade && !isWhole;
if (isWhole) root.classList.remove("embedded");
