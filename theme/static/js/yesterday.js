/* A list of tickets, .tickets[data-wane], begins with what is not over: the rest is folded behind it, while there is something to come. */
ScienceWeek.behaviour("wane", ".tickets[data-wane]", (list) => {
  "use strict";
  const tickets = Array.from(list.children);
  const over = tickets.filter((ticket) => ticket.querySelector(":scope > .past"));
  if (over.length === 0 || over.length === tickets.length) return;
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  const rest = document.createElement("div");
  fold.className = "fold gone";
  summary.textContent = `已结束的${over.length}项`;
  rest.className = list.className;
  rest.append(...over);
  fold.append(summary, rest);
  list.after(fold);
});
