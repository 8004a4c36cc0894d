/* The one global. Each file registers what it does to which elements.

   Those of site.js run at its end, which is before anything is painted; those of the scripts after it once all have been read.

     ScienceWeek.behaviour("name", "selector", (element) => { … });

   ScienceWeek.today is the day in China (ISO 8601), whatever the clock of the reader's country says;
   ScienceWeek.time the hour ("09:30"). <html data-today> sets the day, for demonstrations.
   ScienceWeek.finder is what the files of the finder have in common.
   ScienceWeek.run(part) applies all behaviours to a part of the page that a script has made;
   ScienceWeek.begin() those that a script has brought that came later than the page. */
(() => {
  "use strict";
  const behaviours = [];
  let begun = 0;
  const china = new Date(Date.now() + 8 * 3600e3).toISOString();
  const shown = document.documentElement.dataset.today;

  const apply = (some, part) =>
    some.forEach(({ name, selector, action }) => {
      const found = Array.from(part.querySelectorAll(selector));
      if (part.matches && part.matches(selector)) found.unshift(part);
      found.forEach((element) => {
        try {
          action(element);
        } catch (error) {
          console.error(`${name}: ${error}`);
        }
      });
    });

  const begin = () => {
    const some = behaviours.slice(begun);
    begun = behaviours.length;
    apply(some, document);
  };

  window.ScienceWeek = {
    today: shown || china.slice(0, 10),
    time: shown ? "12:00" : china.slice(11, 16),
    finder: {},
    behaviour(name, selector, action) {
      behaviours.push({ name, selector, action });
    },
    run: (part) => apply(behaviours, part),
    begin,
  };
  queueMicrotask(begin);
  document.addEventListener("DOMContentLoaded", begin);
})();
