// The views that this page has, found by what the address calls them.

/** In the order of their buttons; the first is the usual one. What a view is stands in picture/view.js. */
export const views = new Map();

/** Put views into the table, those that this graph has. */
export function addViews(list) {
  for (const view of list) if (view.isThere) views.set(view.key, view);
}
