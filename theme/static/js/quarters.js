/* Of a day in many districts only one: <ul data-quarters><li id="in-yubei"><a>渝北<b>3</b></a></li></ul>. What has another
   [data-quarter] gets the class not-here, as has a group in which nothing is left. The choice is in the address (#in-yubei). */
ScienceWeek.behaviour("quarters", "[data-quarters]", (list) => {
  "use strict";
  const things = Array.from(document.querySelectorAll("[data-quarter]"));
  const groups = Array.from(document.querySelectorAll(".block, .lasting, .rows-head, .day-rows, .block .rest"));
  const said = document.createElement("p");
  const word = document.createElement("span");
  const all = document.createElement("button");
  all.type = "button";
  all.textContent = "看全部";
  said.className = "only-here";
  said.setAttribute("role", "status");
  said.append(word);
  document.querySelector(".day-columns").before(said);
  const holder = (group) => (group.matches(".rows-head") ? group.nextElementSibling : group);
  const choose = () => {
    const chosen = list.querySelector(`li[id="${CSS.escape(location.hash.slice(1))}"]`);
    things.forEach((one) => {
      one.classList.toggle("not-here", Boolean(chosen) && one.dataset.quarter !== chosen.id);
    });
    groups.forEach((group) => {
      const isEmpty = Boolean(chosen) && !holder(group).querySelector("[data-quarter]:not(.not-here)");
      group.classList.toggle("not-here", isEmpty);
      if (group.matches("details") && chosen) group.open = !isEmpty;
    });
    list.querySelectorAll("a").forEach((link) => {
      if (link.parentElement === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    said.hidden = !chosen;
    word.textContent = chosen ? `只看${chosen.textContent.replace(/\d+$/, " $&")}场` : "";
    said.replaceChildren(word, ...(chosen ? [all] : []));
    if (chosen) said.scrollIntoView({ block: "nearest" });
  };
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", `#${link.parentElement.id}`);
    choose();
  });
  all.addEventListener("click", () => {
    history.pushState(null, "", location.pathname + location.search);
    choose();
  });
  addEventListener("hashchange", choose);
  addEventListener("popstate", choose);
  choose();
});
