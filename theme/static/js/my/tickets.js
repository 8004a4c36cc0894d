/* A star on each ticket that comes near the screen: over the corner of its mark, where it takes no room.

     <article class="ticket" data-when="5月25日" data-place="甲馆">   what it says now, whole */
(() => {
  "use strict";
  const { all, put } = ScienceWeek.starred;
  const { root } = document.body.dataset;
  const SVG = "http://www.w3.org/2000/svg";

  let leaving = 0;
  const leave = () => {
    const way = document.querySelector("p.kept");
    way.hidden = !way.contains(document.activeElement);
  };
  /* The way to all that is kept, for a while, once something has been. */
  const lead = () => {
    const number = Object.keys(all()).length;
    let way = document.querySelector("p.kept");
    if (!way) {
      way = document.createElement("p");
      way.className = "kept";
      way.setAttribute("role", "status");
      document.body.append(way);
    }
    const link = document.createElement("a");
    link.href = `${root}my.html`;
    link.textContent = `我的安排：${number}项`;
    way.replaceChildren(link);
    way.hidden = !number;
    clearTimeout(leaving);
    leaving = setTimeout(leave, 8000);
  };
  const draw = (ticket) => {
    const link = ticket.querySelector(".body a");
    const path = link.getAttribute("href").replace(/^(\.\.\/)+/, "");
    const title = (link.querySelector(".phrases") || link).textContent.trim();
    const { when, place } = ticket.dataset;
    const button = document.createElement("button");
    const [icon, use] = ["svg", "use"].map((name) => document.createElementNS(SVG, name));
    const show = () => button.setAttribute("aria-pressed", String(path in all()));
    use.setAttribute("href", "#_star");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    icon.append(use);
    button.type = "button";
    button.className = "keep";
    button.setAttribute("aria-label", `想去：${title}`);
    button.append(icon);
    button.addEventListener("click", () => {
      put(path, path in all() ? null : { title, when, place });
      show();
      lead();
    });
    window.addEventListener("pageshow", show);
    show();
    ticket.append(button);
  };
  const near =
    window.IntersectionObserver &&
    new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          draw(target);
        }
      },
      { rootMargin: "50%" },
    );
  ScienceWeek.behaviour("stars", ".ticket[data-when]", (ticket) => (near ? near.observe(ticket) : draw(ticket)));
})();
