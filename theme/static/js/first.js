/* Before the first paint: the layout that this reader chose. */
try { if (localStorage.getItem("layout") === "elder") document.documentElement.classList.add("elder"); } catch (_) { /* no storage: the switch leads to elder.html */ }
document.documentElement.classList.add("script");
