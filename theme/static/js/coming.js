/* What the address leads to is seen, though it is in a fold.

   A programme (ol.programme > li[data-day]) begins with today: days gone by are folded, while there are days to come.
   So are days without anything: li[data-until], the last of them. */
ScienceWeek.behaviour("coming", "ol.programme", (programme) => {
  "use strict";
  const days = Array.from(programme.children);
  const gone = days.filter((item) => (item.dataset.day || item.dataset.until) < ScienceWeek.today);
  if (gone.length < 2 || gone.length === days.length) return;
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  const list = document.createElement("ol");
  fold.className = "fold gone";
  list.className = "programme";
  summary.textContent = gone.every((item) => item.dataset.day) ? `已过去的${gone.length}天` : "已过去的日子";
  list.append(...gone);
  fold.append(summary, list);
  programme.before(fold);
});
(() => {
  "use strict";
  const unfold = () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = goal?.closest("details.fold");
    if (!fold || fold.open) return;
    fold.open = true;
    goal.scrollIntoView();
  };
  ScienceWeek.behaviour("unfold", "main", () => {
    unfold();
    window.addEventListener("hashchange", unfold);
  });
})();
