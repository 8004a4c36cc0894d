/* Says that a number is old: <p data-told="2024-05-17">号码见2024年5月17日的通知</p>. More than a year later it may be another's. */
ScienceWeek.behaviour("told", "[data-told]", (line) => {
  "use strict";
  const days = (Date.parse(ScienceWeek.today) - Date.parse(line.dataset.told)) / 864e5;
  if (days > 366) line.append("，已过一年多，可能换了");
});
