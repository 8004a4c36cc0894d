/* Of today the parts that are over come last: <… data-blocks> holds some .block, of which today.js has said which are past. */
ScienceWeek.behaviour("waning", "[data-blocks]", (holder) => {
  "use strict";
  const day = document.querySelector("[data-day]").dataset.day;
  if (day === ScienceWeek.today) holder.append(...holder.querySelectorAll(".block.past"));
});
