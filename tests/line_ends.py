"""Where the lines of a page end: in one go, by the boxes of its characters."""

import re
from collections.abc import Iterator
from itertools import pairwise

from playwright.sync_api import Page

_LINES = r"""
() => {
  const BLOCK = /^(block|flex|grid|list-item|table.*|inline-.+|flow-root)$/;
  const blocks = new Map();
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let last = null;
  const put = (block, sign, box) => {
    if (!blocks.has(block)) blocks.set(block, []);
    last = blocks.get(block);
    last.push([sign, box.top, box.bottom]);
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE && node.className !== "dot") continue;
    const parent = node.parentElement;
    if (!node.data?.trim()) {
      if (last) last.push([" ", ...last[last.length - 1].slice(1)]);
      continue;
    }
    if (parent.closest("script, style, template, svg, select, .said, .skip, .prose p, .prose li, .prose table, .campaign-lead, details > p, .why")) continue;
    range.selectNodeContents(node);
    const boxes = range.getClientRects();
    if (!boxes.length || !boxes[0].width) continue;
    let block = parent;
    while (!BLOCK.test(getComputedStyle(block).display)) block = block.parentElement;
    if (block.parentElement.offsetWidth === 1) continue; // for ears
    if (boxes[0].bottom > boxes[boxes.length - 1].top + 1) {
      for (const sign of node.data) put(block, sign, boxes[0]);
      continue;
    }
    for (let place = 0; place < node.data.length; place++) {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const own = range.getClientRects();
      if (own.length) put(block, node.data[place], own[own.length - 1]);
    }
  }
  const found = [];
  for (const [block, signs] of blocks) {
    const lines = [];
    let low = -Infinity;
    for (const [sign, top, bottom] of signs) {
      if (top >= low - 2) {
        lines.push("");
        low = bottom;
      }
      lines[lines.length - 1] += sign;
      low = Math.max(low, bottom);
    }
    const words = lines.map((line) => line.replace(/\s+/g, " "));
    if (words.length > 1) found.push([`${block.tagName.toLowerCase()}.${block.className} in ${block.parentElement.className}`, words]);
  }
  return found;
}
"""
_MEASURE = "年月日号届周岁天点时秒楼层室元人名位个项场家所条种次期站路米处页份"


def lines(page: Page) -> list[tuple[str, list[str]]]:
    """The blocks of *page* that have several lines, each with its lines; running prose is left out."""
    return [(where, found) for where, found in page.evaluate(_LINES)]


def torn(found: list[tuple[str, list[str]]], words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Where a line ends inside one of *words* or between a number and its measure, or has but one character."""
    for where, own in found:
        for above, below in pairwise(own):
            if _is_torn(above, below, words):
                yield where, f"{above[-8:]}|{below[:8]}"
        for line in own:
            if len(re.findall(r"\w", line)) == 1 and not re.search("[0-9A-Za-z]", line):
                yield where, line


def _is_torn(above: str, below: str, words: frozenset[str]) -> bool:
    if re.search("[0-9][:.]?$", above) and re.match(rf"[0-9{_MEASURE}]", below):
        return True
    return any(
        above[-size:] + below[:rest] in words
        for size in range(1, 7)
        for rest in range(1, 8 - size)
        if len(above) >= size and len(below) >= rest
    )
