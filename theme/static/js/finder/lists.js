/* The finder above a list that is in the page: <form data-finder="list">. Nothing is drawn: what does not fit is hidden.

   Things to hide are [data-find] and tickets; each is known by the pages that it leads to. A section without any that is left is
   hidden too; [data-find="keep"] holds its place in a grid. A fold with something found is open as long as one is looking. */
ScienceWeek.behaviour("lists", 'form[data-finder="list"]', (form) => {
  "use strict";
  const { finder } = ScienceWeek;
  const result = form.querySelector("[data-result]");
  const none = document.querySelector("[data-none]");
  const main = document.getElementById("main");
  const pathsOf = (item) =>
    Array.from(item.querySelectorAll("a[href]"), (link) =>
      link.getAttribute("href").slice(document.body.dataset.root.length),
    );
  const items = Array.from(main.querySelectorAll(".ticket, [data-find]"), (item) => ({ item, paths: pathsOf(item) }));
  const own = new Set(items.flatMap(({ paths }) => paths));
  const rest = main.querySelector(".rest") ? "（一天只列几场，其余在那天的页里）" : "";
  const sections = Array.from(main.querySelectorAll("section")).filter((section) =>
    section.querySelector(".ticket, [data-find]"),
  );

  const folds = Array.from(main.querySelectorAll("details[data-fold]"));
  const opened = new Set();
  folds.forEach((fold) => {
    fold.addEventListener("toggle", () => {
      if (!form.classList.contains("asked")) opened[fold.open ? "add" : "delete"](fold);
    });
  });

  const find = (state) => finder.find(state).filter(({ path }) => own.has(path));
  // A campaign is above the things that are counted.
  const number = (rows) => rows.filter(({ kind }) => kind !== "campaign").length;
  const say = (text) => {
    if (result.textContent !== text) result.textContent = text;
  };

  finder.attend(form, (state, isAsked) => {
    const rows = isAsked ? find(state) : [];
    const open = isAsked ? finder.unsaid(state).filter(({ path }) => own.has(path)) : [];
    const left = new Set([...rows, ...open].map(({ path }) => path));
    items.forEach(({ item, paths }) => {
      item.classList.toggle("unfound", isAsked && !paths.some((path) => left.has(path)));
    });
    sections.forEach((section) => {
      section.classList.toggle("unfound", isAsked && !section.querySelector(":is(.ticket, [data-find]):not(.unfound)"));
    });
    folds.forEach((fold) => {
      fold.open = isAsked ? Boolean(fold.querySelector(".ticket:not(.unfound)")) : opened.has(fold);
    });
    if (none) none.hidden = !isAsked || left.size > 0 || !finder.complete;
    if (!isAsked) say("");
    else if (!finder.complete) say("正在找…");
    else {
      const unsaid = open.length ? `；另有${number(open)}项没有写明，去前先问` : "";
      const less = rows.length || open.length ? [] : finder.relief(form, state, find);
      const reliefs = less.map((one) => `；${one.word}有${one.number}项`).join("");
      say((number(rows) ? `找到${number(rows)}项${rest}` : "没有找到") + unsaid + reliefs);
    }
  });
});
