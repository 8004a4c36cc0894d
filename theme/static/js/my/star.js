/* The button of what may be starred: <button data-star="activities/a.html" data-title data-when data-place hidden>. */
ScienceWeek.behaviour("star", "button[data-star]", (button) => {
  "use strict";
  const { all, put } = ScienceWeek.starred;
  const { star, title, when = null, place = null } = button.dataset;
  const way = document.querySelector("a[data-my]");
  const show = () => {
    const is = star in all();
    button.setAttribute("aria-pressed", String(is));
    if (way) way.hidden = !is;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    put(star, star in all() ? null : { title, when, place });
    show();
  });
  window.addEventListener("pageshow", show);
  show();
});
