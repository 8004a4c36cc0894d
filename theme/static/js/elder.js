/* 长者模式: the switch in the head (a[data-elder]). Without storage it stays a link to the elder pages. */
(() => {
  "use strict";
  const page = document.documentElement;
  const remember = (elder) => {
    try {
      if (elder) localStorage.setItem("layout", "elder");
      else localStorage.removeItem("layout");
      return true;
    } catch (_) {
      return false;
    }
  };

  ScienceWeek.behaviour("elder", "a[data-elder]", (link) => {
    link.addEventListener("click", (event) => {
      const elder = !page.classList.contains("elder");
      // An elder page has no other layout: the link leads out of it.
      if (!remember(elder) || "elder" in page.dataset) return;
      event.preventDefault();
      page.classList.toggle("elder", elder);
      window.scrollTo(0, 0);
    });
  });
})();
