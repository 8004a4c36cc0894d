/* An alert is there in its time: <p data-alert data-begin="2024-05-24T17:40" data-end="2024-05-25">, either may be missing.
   A day counts whole. */
ScienceWeek.behaviour("alert", "[data-alert]", (alert) => {
  "use strict";
  const { begin = "", end = "" } = alert.dataset;
  const { today, time } = ScienceWeek;
  const now = `${today}T${time}`;
  const isOver = end !== "" && (end.includes("T") ? end <= now : end < today);
  alert.hidden = now < begin || isOver;
});
