/* What pins look like and how they are called: filled where one can go today, hollow where one had better ask, each with the
   number that its row has in the list; several at one place, or in a cluster, say how many they are.

     pins.icon(entries, more)    pins.cluster(entries)    pins.hall()    pins.said(entries)    pins.shared(entries) */
(() => {
  "use strict";
  const WORDS = { open: "今天开放", here: "今天有活动", away: "今天的活动在别处", shut: "今天不开", ask: "先问" };
  const ORDER = ["here", "open", "away", "ask", "shut"];

  const make = (tag, name, ...parts) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...parts);
    return element;
  };
  const mark = (shape) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "mark");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `#_m-${shape}`);
    svg.append(use);
    return svg;
  };
  const best = (entries) => ORDER.find((shape) => entries.some((entry) => entry.shape === shape));
  const today = (entries) => entries.filter(({ said }) => said.today).length;
  const drawn = (size, box) => L.divIcon({ className: "pin-box", iconSize: size, html: box });

  const icon = (entries, more) => {
    const [one, ...others] = entries;
    const text = others.length ? `${entries.length}处` : one.place ? String(one.place) : "";
    const box = make("span", `pin ${best(entries)} ${others.length ? "many" : ""} ${more || ""}`);
    box.append(text ? make("b", "", text) : mark(one.shape));
    return drawn([44, 44], box);
  };
  const cluster = (entries) => {
    const can = today(entries);
    const box = make("span", "pin cluster", make("b", "", `${entries.length}处`));
    if (can) box.append(make("i", "", `${can}能去`));
    return drawn([52, 44], box);
  };
  const hall = () => drawn([44, 44], make("span", "pin hall", make("b", "", "场")));

  const said = (entries) => {
    const names = entries.map(({ name, place }) => name && `${place || ""} ${name}`.trim()).filter(Boolean);
    return names.length === entries.length && names.length < 4
      ? `${names.join("、")}，${WORDS[best(entries)]}`
      : `${entries.length}处基地，${today(entries) ? `${today(entries)}处今天能去` : WORDS[best(entries)]}`;
  };

  /* What several that share a position have in common: an address, a surveyed point, or no more than a guess. */
  const shared = (entries) => {
    const places = new Set(entries.map(({ row }) => (row && row.dataset.at) || ""));
    const number = entries.length;
    if (places.size === 1 && !places.has("")) return `同一地址${number}处`;
    return entries.every(({ radius }) => !radius)
      ? `同一地点${number}处`
      : `这${number}处只知道大概在这一带，不一定挨着`;
  };

  ScienceWeek.pins = { make, mark, icon, cluster, hall, said, shared };
})();
