/* 自您上次来看以后: <div data-news="assets/news/yubei.js"> is told what is new since this device was here last. Nothing leaves the device.

   The visits of one day are one: what was new in the morning is so in the evening. */
ScienceWeek.behaviour("news", "[data-news]", (place) => {
  "use strict";
  const KEY = "looked";
  const { today } = ScienceWeek;
  const { root } = document.body.dataset;
  const path = place.dataset.news;
  const make = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };

  /* What was known when this reader was here on an earlier day, { day, known }; null if that is not known. */
  const remembered = (latest) => {
    try {
      const all = JSON.parse(localStorage.getItem(KEY) || "{}");
      const last = all[path] || {};
      const earlier = last.day === today ? last.earlier : last.day && { day: last.day, known: last.known };
      localStorage.setItem(KEY, JSON.stringify({ ...all, [path]: { day: today, known: latest, earlier } }));
      return earlier || null;
    } catch (_) {
      return null;
    }
  };
  const line = ([, to, title, words]) => {
    const link = make("a", title);
    link.href = root + to;
    return make("li", make("b", words ? "改了" : "新的"), link, ...(words ? [make("p", words)] : []));
  };
  const tell = (items, { day }) => {
    const since = `${+day.slice(5, 7)}月${+day.slice(8)}日`;
    const number = items.filter(([, , , words]) => !words).length;
    const said = [number && `新的${number}项`, items.length > number && `改了${items.length - number}处`];
    const head = make("h2", `自您${since}来看以后`);
    head.id = "news-head";
    const bar = make("div", head);
    bar.className = "section-head";
    const list = make("ul", ...items.map(line));
    list.className = "news";
    const section = make("section", bar, list);
    section.className = "section";
    section.setAttribute("aria-labelledby", "news-head");
    place.replaceChildren(section);
    const way = make("a", `自您${since}来看以后：${said.filter(Boolean).join("，")}`);
    way.href = "#news-head";
    const kept = make("p", way);
    kept.className = "kept";
    kept.setAttribute("role", "status");
    way.addEventListener("click", () => kept.remove());
    document.body.append(kept);
    setTimeout(() => kept.remove(), 15000);
  };

  const script = document.createElement("script");
  script.src = root + path;
  script.addEventListener("load", () => {
    const { news } = ScienceWeek;
    const earlier = remembered(news.length ? news[0][0] : "");
    const items = earlier
      ? news.filter(([moment, , , , last]) => moment > earlier.known && (!last || last >= today))
      : [];
    if (items.length) tell(items, earlier);
  });
  document.head.append(script);
});
