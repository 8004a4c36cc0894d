/* What opens at a pin where the map stands beside the list: name, today's answer, numbers. Where they take turns, the rows
   themselves stand under the map instead (4-map.js).

     cards.base(entry)    cards.hall(hall)    cards.names(entries, choose): too many for cards, as a list to choose from */
(() => {
  "use strict";
  const { make, mark } = ScienceWeek.pins;

  const base = (entry) => {
    const part = make("div", "map-card");
    if (!entry.row) {
      part.append(make("p", "", entry.name || "没有读到"));
      return part;
    }
    const link = make("a", "", entry.name);
    link.href = entry.row.querySelector(".to-base").getAttribute("href");
    const verdict = make("p", `answer ${entry.shape}`);
    verdict.append(mark(entry.shape), make("span", "", entry.row.querySelector(".verdict [data-word]").textContent));
    const why = make("p", "map-card-why", entry.row.querySelector(".verdict [data-why]").textContent);
    const calls = make("p", "map-card-calls");
    entry.row.querySelectorAll(".calls a, .asked a").forEach((call) => {
      const again = make("a", "", call.textContent.replace(/\s+/g, " ").trim());
      again.href = call.getAttribute("href");
      calls.append(again);
    });
    part.append(make("p", "map-card-name", link), verdict, why, calls);
    return part;
  };

  const hall = (one) => {
    const part = make("div", "map-card");
    const link = make("a", "", one.name);
    link.href = (document.body.dataset.root || "") + one.path;
    const list = make("ul", "map-card-list");
    one.activities.forEach(([title, when, path]) => {
      const to = make("a", "", title);
      to.href = (document.body.dataset.root || "") + path;
      list.append(make("li", "", to, make("span", "quiet", ` ${when}`)));
    });
    part.append(make("p", "map-card-name", link));
    if (one.address) part.append(make("p", "map-card-why", one.address));
    part.append(list);
    if (one.radius) part.append(make("p", "map-card-about", "大致位置，以地址为准"));
    return part;
  };

  const names = (entries, choose) => {
    const list = make("ul", "map-card-list");
    entries.forEach((entry) => {
      const button = make("button", "", mark(entry.shape), ` ${entry.name || `第${entry.place}号`}`);
      button.type = "button";
      button.addEventListener("click", () => choose(entry));
      list.append(make("li", "", button));
    });
    return list;
  };

  ScienceWeek.cards = { base, hall, names };
})();
