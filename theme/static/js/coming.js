/* A programme (ol.programme > li[data-day]) begins with today: days gone by are folded, while there are days to come. */
ScienceWeek.behaviour("coming", "ol.programme", (programme) => {
  "use strict";
  const days = Array.from(programme.children);
  const gone = days.filter((item) => item.dataset.day < ScienceWeek.today);
  if (gone.length < 2 || gone.length === days.length) return;
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  const list = document.createElement("ol");
  fold.className = "fold gone";
  list.className = "programme";
  summary.textContent = `已过去的${gone.length}天`;
  list.append(...gone);
  fold.append(summary, list);
  programme.before(fold);
});
