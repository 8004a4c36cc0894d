/* How long until a deadline: <li data-deadline="2024-06-04"> … <b data-left></b>. Gets past, or soon in its last week. */
ScienceWeek.behaviour("deadline", "[data-deadline]", (item) => {
  "use strict";
  const days = Math.round((Date.parse(item.dataset.deadline) - Date.parse(ScienceWeek.today)) / 864e5);
  const left = item.querySelector("[data-left]");
  item.classList.toggle("past", days < 0);
  item.classList.toggle("soon", days >= 0 && days <= 7);
  if (left) left.textContent = days < 0 ? "已过" : days === 0 ? "今天截止" : `还有${days}天`;
});
