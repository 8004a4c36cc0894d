/* The page of the finder: <form data-finder="page">, with the lines in [data-found] and the ways to browse in [data-ways]. */
ScienceWeek.behaviour("search", 'form[data-finder="page"]', (form) => {
  "use strict";
  const { finder } = ScienceWeek;
  const PAGE = 40;
  const place = (name) => document.querySelector(`[data-${name}]`);
  const [found, list, more, ways, none, reliefs, result] = [
    "found",
    "found-list",
    "found-more",
    "ways",
    "none",
    "reliefs",
    "result",
  ].map(place);
  const counts = new Map(Array.from(form.querySelectorAll("[data-count]"), (count) => [count.dataset.count, count]));
  let shown = PAGE;
  let asked = "";

  const count = (state) => {
    const any = { ...state };
    delete any.what;
    const all = finder.find(any);
    const sizes = new Map([["", all.length]]);
    all.forEach(({ kind }) => {
      sizes.set(kind, (sizes.get(kind) || 0) + 1);
    });
    counts.forEach((number, kind) => {
      const size = sizes.get(kind) || 0;
      number.textContent = String(size);
      number.closest("label").hidden = size === 0 && kind !== "" && state.what !== kind;
    });
    return state.what ? all.filter((row) => row.kind === state.what) : all;
  };
  const say = (text) => {
    if (result.textContent !== text) result.textContent = text;
  };

  const unsaid = (state) => {
    const open = finder.unsaid(state).length;
    return open ? `；另有${open}条没有写明，去前先问` : "";
  };

  const relief = (state) => {
    const offers = Object.keys(state).length > 1 ? finder.relief(form, state).filter(({ number }) => number) : [];
    reliefs.replaceChildren(
      ...offers.map(({ word, number, clear }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "deed";
        button.append(`不要“${Array.from(word).slice(0, 20).join("")}”：${number}条`);
        button.addEventListener("click", () => {
          clear();
          result.focus();
        });
        const item = document.createElement("li");
        item.append(button);
        return item;
      }),
    );
  };

  const draw = (rows, state) => {
    const terms = finder.terms(state.q || "");
    list.replaceChildren(...rows.slice(0, shown).map((row) => finder.line(row, terms)));
    more.hidden = rows.length <= shown;
    more.querySelector("button").textContent = `再看${Math.min(PAGE, rows.length - shown)}条`;
  };

  const show = (state, isAsked) => {
    const now = JSON.stringify(state);
    if (now !== asked) shown = PAGE;
    asked = now;
    const rows = isAsked ? count(state) : [];
    form.querySelector(".kinds").hidden = !isAsked;
    found.hidden = rows.length === 0;
    ways.hidden = rows.length > 0;
    none.hidden = !isAsked || rows.length > 0 || !finder.complete;
    draw(rows, state);
    if (!isAsked) say("");
    else if (!finder.complete) say(rows.length ? `已找到${rows.length}条，还在找更早的…` : "正在找…");
    else say((rows.length ? `找到${rows.length}条` : "没有找到") + unsaid(state));
    result.classList.toggle("said", !none.hidden && unsaid(state) === "");
    if (!none.hidden) relief(state);
  };

  more.querySelector("button").addEventListener("click", () => {
    const first = shown;
    shown += PAGE;
    show(finder.state(form), true);
    const link = list.children[first] && list.children[first].querySelector("a");
    if (link) link.focus();
  });
  finder.attend(form, show);
});
