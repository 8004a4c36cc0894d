/* What may come when all else is there: <body data-after="assets/star.js">. */
ScienceWeek.behaviour("after", "body[data-after]", (body) => {
  "use strict";
  const { after, root } = body.dataset;
  window.addEventListener("load", () => {
    for (const path of after.split(" ")) {
      const script = document.createElement("script");
      script.src = root + path;
      script.addEventListener("load", ScienceWeek.begin);
      document.head.append(script);
    }
  });
});
