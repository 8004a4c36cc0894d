/* What is found, drawn: <form data-finder="page">, the lines in [data-found] and what the page had before in [data-ways].
 *data-only* is the one kind of thing that is looked for; with *data-all* everything is shown when nothing is asked. */
ScienceWeek.behaviour("search", 'form[data-finder="page"]', (form) => {
  "use strict";
  const { finder } = ScienceWeek;
  const PAGE = 40;
  const place = (name) => document.querySelector(`[data-${name}]`);
  const [found, list, more, doubt, head, doubts, past, gone, ways, none, reliefs, result] = [
    "found",
    "found-list",
    "found-more",
    "perhaps",
    "perhaps-head",
    "perhaps-list",
    "past",
    "past-list",
    "ways",
    "none",
    "reliefs",
    "result",
  ].map(place);
  const { only, all } = form.dataset;
  const unit = only ? "项" : "条";
  const chips = Array.from(form.querySelectorAll("button[data-name]"));
  let shown = (history.state && history.state.shown) || PAGE;
  let asked = "";
  let touched = false; // before that nothing may move, nor under a finger
  for (const kind of ["click", "keydown"]) form.addEventListener(kind, () => recount(), { once: true });

  const say = (text) => {
    if (result.textContent !== text) result.textContent = text;
  };
  const count = (state) => {
    const sizes = finder.sizes(
      state,
      chips.map(({ dataset }) => [dataset.name, dataset.value]),
    );
    sizes.forEach(({ yes, perhaps }, at) => {
      const chip = chips[at];
      chip.querySelector("b").textContent = String(yes);
      chip.querySelector(".perhaps").textContent =
        perhaps && touched && chip.dataset.name !== "when" ? `＋${perhaps}?` : "";
      if (chip.dataset.name === "what")
        chip.hidden = yes + perhaps === 0 && chip.getAttribute("aria-pressed") !== "true";
    });
  };

  const relieve = (state) => {
    const offers = finder.relief(form, state, (one) => finder.find(whole(one)));
    reliefs.replaceChildren(
      ...offers.map(({ word, rest, number, take }) => {
        const button = finder.make(
          "button",
          "relief",
          finder.make("b", "", word),
          finder.make("span", "", rest.join("、")),
          finder.make("i", "", `${number}${unit}`),
        );
        button.type = "button";
        button.addEventListener("click", () => {
          take();
          result.focus({ preventScroll: true });
        });
        return finder.make("li", "", button);
      }),
    );
  };

  const whole = (state) => (only ? { ...state, what: only } : state);
  const draw = ({ found: rows, perhaps, terms }) => {
    const some = rows.filter((row) => !row.past);
    const over = rows.filter((row) => row.past);
    const [first, last] = some.length ? [some, over] : [over, []];
    const open = (one) => finder.line(one.row, terms, one.open);
    list.replaceChildren(...first.slice(0, shown).map((row) => finder.line(row, terms)));
    more.hidden = first.length <= shown;
    more.querySelector("button").textContent = `再看${Math.min(PAGE, first.length - shown)}${unit}`;
    doubt.hidden = perhaps.length === 0;
    if (perhaps.length) {
      const told = finder.doubt(perhaps, unit);
      head.querySelector("b").textContent = told.head;
      head.querySelector("span").textContent = told.ask;
    }
    doubts.replaceChildren(...perhaps.slice(0, shown).map(open));
    past.hidden = last.length === 0;
    past.querySelector("summary").textContent = `已结束的${last.length}${unit}`;
    gone.replaceChildren(...last.slice(0, shown).map((row) => finder.line(row, terms)));
  };

  const show = (state, isAsked) => {
    const isShown = isAsked || (all !== undefined && finder.rows.length > 0);
    touched = touched || isAsked;
    const now = JSON.stringify(state);
    if (asked && now !== asked) shown = PAGE;
    asked = now;
    const answer = finder.ask(whole(state));
    const number = isShown ? answer.found.length + answer.perhaps.length : 0;
    found.hidden = number === 0;
    ways.hidden = isShown && (number > 0 || only !== undefined);
    none.hidden = !isAsked || answer.found.length > 0 || !finder.complete;
    draw(isShown ? answer : { found: [], perhaps: [], terms: [] });
    const kinds = form.querySelector(".kinds");
    const several = new Set([...answer.found, ...answer.perhaps.map((one) => one.row)].map(({ kind }) => kind));
    if (kinds) kinds.hidden = !isAsked || (several.size < 2 && !state.what);
    if (!isAsked) say("");
    else if (!finder.complete && !number) say("正在找…");
    else if (!finder.complete) say(`已找到${answer.found.length}${unit}，还在找更早的…`);
    else say(finder.sentence(state, answer, unit));
    if (!none.hidden) {
      none.querySelector("h2").textContent =
        Object.keys(state).length > 1 ? "没有同时满足的" : answer.perhaps.length ? "没有写明的" : "没有找到";
      none.classList.toggle("also", answer.perhaps.length > 0);
      relieve(state);
    }
    setTimeout(() => {
      if (JSON.stringify(state) === asked) count(whole(state));
    });
  };

  const recount = () => {
    touched = true;
    count(whole(finder.state(form)));
  };
  more.querySelector("button").addEventListener("click", () => {
    const first = shown;
    shown += PAGE;
    show(finder.state(form), true);
    const link = list.children[first] && list.children[first].querySelector("a");
    if (link) link.focus();
  });
  // Whoever comes back finds the place that he left.
  window.addEventListener("pagehide", () => {
    try {
      history.replaceState({ shown, top: window.scrollY }, "");
    } catch (_) {
      /* a browser that keeps file:// addresses as they are */
    }
  });
  const back = history.state && history.state.top;
  const begin = finder.attend(form, show);
  if (all !== undefined) {
    begin();
    finder.rest();
  } else window.addEventListener("load", () => setTimeout(begin, 200));
  if (back) {
    const wait = setInterval(() => {
      if (!finder.rows.length) return;
      clearInterval(wait);
      window.scrollTo(0, back);
    }, 20);
    setTimeout(() => clearInterval(wait), 3000);
  }
});
