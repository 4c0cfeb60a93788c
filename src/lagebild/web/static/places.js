// Places in a text: from characters as the server counts them (Unicode code points) to the page, and back.

const length = (words) => {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
};

/** The code point at which a point of the page stands; null outside the text. */
export function placeOf(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + length(before.toString());
}

/** The stretch of the page from one code point to another; null where the text does not show it. */
export function rangeOf(text, start, stop) {
  const from = point(text, start);
  const to = point(text, stop, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

function point(text, place, isEnd = false) {
  let home = null;
  for (const paragraph of text.querySelectorAll("[data-start]")) {
    const start = Number(paragraph.dataset.start);
    if (start > place || (isEnd && start === place)) break;
    home = paragraph;
  }
  if (!home) return null;
  let left = place - Number(home.dataset.start);
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
  let last = null;
  while (walker.nextNode()) {
    last = walker.currentNode;
    let units = 0;
    for (const mark of last.data) {
      if (left === 0) break;
      left -= 1;
      units += mark.length;
    }
    if (left === 0 && (isEnd || units < last.data.length)) return [last, units];
  }
  return last ? [last, last.data.length] : null;
}
