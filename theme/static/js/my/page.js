/* 我的安排: what [data-my-page] shows, drawn of elements and text only. */
ScienceWeek.behaviour("my", "[data-my-page]", (main) => {
  "use strict";
  const { starred, today } = ScienceWeek;
  const my = {};
  ScienceWeek.my = my;
  const root = document.body.dataset.root;
  const place = (name) => main.querySelector(`[data-${name}]`);
  const make = (name, kind, ...inside) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  };
  const button = (word, act) => {
    const made = make("button", "deed", word);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const say = (text) => {
    place("said").textContent = text;
  };
  const load = (path, then) => {
    const script = document.createElement("script");
    script.src = root + path;
    script.addEventListener("load", then);
    script.addEventListener("error", () => say("没有读到，请再试一次"));
    document.head.append(script);
  };
  const WEEK = "日一二三四五六";
  const dated = (iso) =>
    `${iso.slice(0, 4) === today.slice(0, 4) ? "" : `${+iso.slice(0, 4)}年`}${+iso.slice(5, 7)}月${+iso.slice(8)}日 周${
      WEEK[new Date(`${iso}T00:00:00Z`).getUTCDay()]
    }`;
  const clock = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

  /* Two of one day of which it is written that they overlap, each for the other. */
  const clash = (row, others) => {
    const own = my.hours(row);
    return others.filter((other) => {
      const its = my.hours(other);
      if (!own || !its || other === row || my.day(other) !== my.day(row)) return false;
      const [first, second] = own.from <= its.from ? [own, its] : [its, own];
      return first.from === second.from || second.from < first.to;
    });
  };
  const changes = (row, facts) => {
    if (facts.when === null) return [];
    return [
      ["时间", facts.when, row.when],
      ["地点", facts.place, row.place],
    ]
      .filter(([, was, is]) => was !== is)
      .map(([word, was, is]) => `${word}改了：原来是“${was || "没写"}”，现在是“${is || "没写"}”`);
  };
  const seen = ({ title, when, place: at }) => ({ title, when, place: at });

  const item = (row, facts, rows) => {
    const link = make("a", "", row.title);
    link.href = root + row.path;
    const made = make("li", "my-item", make("h3", "", link));
    if (row.status) made.append(make("b", "status", row.status));
    for (const text of [row.when, row.place]) if (text) made.append(make("p", "", text));
    for (const other of clash(row, rows)) {
      const { from, to } = my.hours(other);
      made.append(
        make("p", "my-note", `时间冲突：“${other.title}”也在${clock(from)}${to === null ? "" : `—${clock(to)}`}`),
      );
    }
    const changed = changes(row, facts);
    for (const text of changed) made.append(make("p", "my-note", text));
    const deeds = make("p", "my-deeds");
    if (row.call) {
      const call = make(row.tel ? "a" : "span", "deed", `打电话 ${row.call}`);
      if (row.tel) call.href = row.tel;
      deeds.append(call);
    }
    if (changed.length) deeds.append(button("知道了", () => keep(row.path, seen(row))));
    const away = button("不去了", () => keep(row.path, null));
    away.setAttribute("aria-label", `不去了：${row.title}`);
    deeds.append(away);
    made.append(deeds);
    return made;
  };
  const lost = (path, facts) => {
    const made = make("li", "my-item", make("h3", "", facts.title || path));
    made.append(make("p", "my-note", "网站上已经没有这一项，请打电话问主办单位。"));
    made.append(
      make(
        "p",
        "my-deeds",
        button("去掉", () => keep(path, null)),
      ),
    );
    return made;
  };
  const section = (id, word, items, note) => {
    const head = make("h2", "", word);
    head.id = id;
    const made = make("section", "section", make("div", "section-head", head));
    if (note) made.append(make("p", "quiet", note));
    made.setAttribute("aria-labelledby", id);
    made.append(make("ul", "my-list", ...items));
    return made;
  };

  let rows = [];
  const draw = (found, complete) => {
    const all = starred.all();
    const paths = Object.keys(all);
    rows = paths.filter((path) => found.has(path)).map((path) => found.get(path));
    // What nobody could say when it was starred is as it is now.
    for (const row of rows) if (all[row.path].when === null) starred.put(row.path, seen(row));
    const start = (row) => (my.hours(row) ? my.hours(row).from : 1440);
    const visits = rows.filter(({ kind }) => kind === "activity");
    const gone = visits.filter(({ last }) => last !== "" && last < today);
    const live = visits.filter((row) => !gone.includes(row));
    const days = [...new Set(live.map(my.day).filter(Boolean))].sort();
    const drawn = (some) => some.map((row) => item(row, all[row.path], live));
    const parts = days.map((day) => {
      const own = live.filter((row) => my.day(row) === day).sort((one, other) => start(one) - start(other));
      const open = own.filter((row) => !my.hours(row)).length;
      const note = own.length > 1 && open ? `这天有${open}项没有单独写明几点，会不会冲突，先问一声。` : "";
      return section(`my-${day}`, dated(day), drawn(own), note);
    });
    const open = live.filter((row) => !my.day(row));
    const bases = rows.filter(({ kind }) => kind === "base");
    const missing = complete ? paths.filter((path) => !found.has(path)).map((path) => lost(path, all[path])) : [];
    if (open.length) parts.push(section("my-open", "还没有定到哪一天", drawn(open), ""));
    if (bases.length) parts.push(section("my-bases", "想去的基地", drawn(bases), ""));
    if (gone.length) parts.push(section("my-gone", "已经结束的", drawn(gone), ""));
    if (missing.length) parts.push(section("my-lost", "找不到的", missing, ""));
    place("list").replaceChildren(...parts);
    place("empty").hidden = paths.length > 0;
    place("take").hidden = paths.length === 0;
    place("calendar").hidden = !live.some((row) => row.days);
    place("drawn-code").replaceChildren();
    place("unkept").hidden = starred.isKept();
  };
  const show = () => {
    place("empty").hidden = true;
    const paths = Object.keys(starred.all());
    if (my.find) my.find(paths, draw);
    else if (paths.length) load(main.dataset.reading, show);
    else draw(new Map(), true);
  };
  const keep = (path, facts) => {
    starred.put(path, facts);
    show();
    say(facts ? "" : "已经去掉");
    place("said").focus();
  };

  /* What it takes to take it along is read when somebody asks for it. */
  const act = (name) => {
    my.page = { main, place, make, say, show, rows: () => rows };
    if (my.taking) my.taking[name]();
    else load(main.dataset.taking, () => my.taking[name]());
  };
  const isOnline = /^https?:$/.test(location.protocol);
  for (const name of ["calendar", "copy-mine", "code"]) {
    const one = place(name);
    if (name !== "calendar") one.hidden = !isOnline;
    one.addEventListener("click", () => act(name));
  }
  const receive = () => {
    if (location.hash.startsWith("#s=")) act("receive");
  };

  main.hidden = false;
  window.addEventListener("hashchange", receive);
  window.addEventListener("pageshow", (event) => event.persisted && show());
  receive();
  show();
});
