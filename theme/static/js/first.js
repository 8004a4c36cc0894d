/* Before the first paint: the layout that this reader chose. */
try {
  if (localStorage.getItem("layout") === "elder") document.documentElement.classList.add("elder");
} catch (_) {
  /* no storage: the switch leads to elder.html */
}
/* What scripts are about to move holds its place, unseen, until they have run (early), or could not. */
document.documentElement.classList.add("script", "early");
document.addEventListener("DOMContentLoaded", () => document.documentElement.classList.remove("early"));
