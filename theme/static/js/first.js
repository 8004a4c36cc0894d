/* Before the first paint: the layout that this reader chose. */
try {
  if (localStorage.getItem("layout") === "elder") document.documentElement.classList.add("elder");
} catch (_) {
  /* no storage: the switch leads to elder.html */
}
/* What scripts are about to move holds its place, unseen, until they have run (early), or could not. */
document.documentElement.classList.add("script", "early");
document.addEventListener("DOMContentLoaded", () => document.documentElement.classList.remove("early"));
/* What is tapped before the script that answers it is there is done once all have run, and only then. */
(() => {
  const taps = [];
  const keep = (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    event.stopImmediatePropagation();
    taps.push(button);
  };
  document.addEventListener("click", keep, true);
  document.addEventListener("DOMContentLoaded", () => {
    document.removeEventListener("click", keep, true);
    setTimeout(() => {
      for (const button of taps) button.click();
    });
  });
})();
/* A page is laid out part by part while its script is on the way, so that nothing holds a slow phone up for long. Only where
   nothing is painted before that script has run: what is left then is laid out at once. The sheets stand before this script,
   which runs when they are there. */
(() => {
  const FEW = 150; // elements to a turn; after STEADY turns each is a fourth larger, up to MANY: a long page takes few turns
  const STEADY = 10;
  const MANY = 400;
  const WHOLES = "DIV MAIN SECTION ARTICLE FORM OL UL LI".split(" ");
  const turns = [[]];
  let room = FEW;

  const divide = (whole) => {
    for (const part of whole.children) {
      const size = part.getElementsByTagName("*").length;
      if (size > FEW && WHOLES.includes(part.tagName)) {
        divide(part);
        continue;
      }
      if (size > room) {
        room = Math.min(MANY, FEW * 1.25 ** Math.max(0, turns.length - STEADY));
        turns.push([]);
      }
      room -= size;
      turns[turns.length - 1].push(part);
    }
  };
  const show = (parts) => {
    for (const part of parts) {
      part.style.removeProperty("content-visibility");
      if (part.style.length === 0) part.removeAttribute("style");
    }
  };
  const take = () => {
    if (turns.length === 0) return;
    show(turns.shift());
    document.body.getBoundingClientRect();
    scheduler.postTask(take, { priority: "user-blocking" });
  };
  const begin = () => {
    divide(document.body);
    for (const part of turns.slice(1).flat()) part.style.setProperty("content-visibility", "hidden");
    take();
  };
  const end = ({ target }) => {
    if (target.tagName !== "SCRIPT" || !target.blocking.contains("render")) return;
    show(turns.splice(0).flat());
  };

  const { blocking } = document.createElement("script");
  if (!window.scheduler || !scheduler.postTask || !blocking || !blocking.supports("render")) return;
  document.addEventListener("readystatechange", () => {
    if (document.readyState === "interactive") begin();
  });
  for (const kind of ["load", "error"]) document.addEventListener(kind, end, true); // of that script
})();
