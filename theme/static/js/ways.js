/* The ways there, in a row of the phone book: the first link is for the service that this reader took last, kept on the device.

   <… data-ways> holds links <a data-way="高德"><span data-way-word>高德</span></a>. */
(() => {
  "use strict";
  const KEY = "way";

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch (_) {
      return null;
    }
  };
  /* The link for *word* changes places with the first. */
  const prefer = (ways, word) => {
    const links = Array.from(ways.querySelectorAll("[data-way]"));
    const [first] = links;
    const wanted = links.find(({ dataset }) => dataset.way === word);
    if (!wanted || wanted === first) return;
    [first.href, wanted.href] = [wanted.href, first.href];
    [first.dataset.way, wanted.dataset.way] = [wanted.dataset.way, first.dataset.way];
    [first, wanted].forEach((link) => {
      link.querySelector("[data-way-word]").textContent = link.dataset.way;
    });
  };
  ScienceWeek.behaviour("ways", "[data-ways]", (ways) => {
    prefer(ways, remembered());
    ways.addEventListener("click", (event) => {
      const link = event.target.closest("[data-way]");
      if (!link) return;
      const { way } = link.dataset;
      try {
        localStorage.setItem(KEY, way);
      } catch (_) {
        /* no storage: the page remembers it */
      }
      // After the link has been followed.
      setTimeout(() => {
        document.querySelectorAll("[data-ways]").forEach((other) => {
          prefer(other, way);
        });
      });
    });
  });
})();
