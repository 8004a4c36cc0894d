/* What is going on stands first, then what begins soonest, then what is over, the latest first: the children of [data-in-order] that have
   a span, <section data-span="2024-05-25/2024-06-01">, or <li data-first="2024-05-25" data-last="2024-06-01">. One that has times
   in it begins with the next of those. The first is shown whole; if it was folded, the one that was first is instead. */
ScienceWeek.behaviour("in order", "[data-in-order]", (holder) => {
  "use strict";
  const spanned = Array.from(holder.querySelectorAll(":scope > :is([data-span], [data-first])"), (part) => {
    const { span } = part.dataset;
    const [first, last = first] = span ? span.split("/") : [part.dataset.first, part.dataset.last];
    const left = Array.from(part.querySelectorAll("[data-first]"), (one) => one.dataset).filter(
      (one) => one.last >= ScienceWeek.today,
    );
    const [next] = left.map((one) => (one.first > ScienceWeek.today ? one.first : ScienceWeek.today)).sort();
    return { part, first: next || first, last, past: last < ScienceWeek.today && !next };
  });
  const sorted = [...spanned].sort(
    (one, other) =>
      one.past - other.past || (one.past ? other.last.localeCompare(one.last) : one.first.localeCompare(other.first)),
  );
  if (sorted.every((one, place) => one === spanned[place])) return;
  const end = document.createComment("");
  spanned[0].part.before(end);
  end.before(...sorted.map(({ part }) => part));
  end.remove();

  const [first, was] = [sorted[0].part, spanned[0].part];
  const fold = first.querySelector(":scope > [data-fold]");
  if (!fold) return;
  const [summary, ...folded] = fold.children;
  const shown = Array.from(was.children).filter((child) => !child.matches(".section-head"));
  summary.textContent = `这一届的${was.querySelectorAll(".ticket").length}项`;
  fold.before(...folded);
  fold.append(...shown);
  was.append(fold);
});
