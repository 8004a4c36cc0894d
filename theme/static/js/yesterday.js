/* What is over is folded behind what is not, while there is something to come: in a list of tickets or of lines (.tickets[data-wane],
   .roll[data-wane]), and of the clusters of [data-wane-whole] those that are over as a whole. */
(() => {
  "use strict";
  const isOver = (entry) => entry.matches(".past") || Boolean(entry.querySelector(":scope > .past"));
  const folded = (over, word, holder) => {
    const fold = document.createElement("details");
    const summary = document.createElement("summary");
    fold.className = "fold gone";
    summary.textContent = word;
    holder.append(...over);
    fold.append(summary, holder);
    return fold;
  };

  ScienceWeek.behaviour("wane", ":is(.tickets, .roll)[data-wane]", (list) => {
    const entries = Array.from(list.children);
    const over = entries.filter(isOver);
    if (over.length === 0 || over.length === entries.length) return;
    const rest = document.createElement(list.tagName);
    rest.className = list.className;
    list.after(folded(over, `已结束的${over.length}项`, rest));
  });

  ScienceWeek.behaviour("wane whole", "[data-wane-whole]", (holder) => {
    const clusters = Array.from(holder.querySelectorAll(":scope > .cluster"));
    const over = clusters.filter((cluster) =>
      Array.from(cluster.querySelectorAll(".tickets > *, .roll > li")).every(isOver),
    );
    if (over.length === 0 || over.length === clusters.length) return;
    holder.append(folded(over, `已结束的${over.length}届`, document.createElement("div")));
  });
})();
