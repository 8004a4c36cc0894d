/* 离我最近: the position stays in the browser. Without one (refused; plain http and file:// have none): choose a town. */
(() => {
  "use strict";
  const { atlas } = ScienceWeek;

  ScienceWeek.behaviour("near", "[data-bases-filter]", (form) => {
    const button = form.querySelector("[data-near]");
    const field = form.querySelector("[data-from]");
    const select = field.querySelector("select");
    const word = field.querySelector("[data-from-word]");
    atlas.names.forEach(([name], place) => {
      const option = document.createElement("option");
      option.value = String(place);
      option.textContent = name;
      select.append(option);
    });
    const begin = (origin) => {
      atlas.origin = origin;
      button.setAttribute("aria-pressed", String(Boolean(origin)));
      atlas.tell("origin", origin);
    };
    const ask = (reason) => {
      field.hidden = false;
      word.textContent = reason;
      select.focus();
    };
    const locate = () => {
      if (!navigator.geolocation || !window.isSecureContext || location.protocol === "file:") {
        ask("这里读不到您的位置，请选一个地方。");
        return;
      }
      button.disabled = true;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          button.disabled = false;
          field.hidden = true;
          begin({ lat: coords.latitude, lon: coords.longitude, word: "我在这里" });
        },
        () => {
          button.disabled = false;
          ask("没有得到您的位置，请选一个地方。");
        },
        { timeout: 8000, maximumAge: 300000 },
      );
    };
    button.addEventListener("click", () => {
      if (atlas.origin) begin(null);
      else locate();
    });
    atlas.on("locate", locate);
    atlas.on("whence", () => ask("先说从哪里出发。"));
    select.addEventListener("change", (event) => {
      event.stopPropagation();
      const found = atlas.names[select.value];
      begin(found ? { lat: found[2], lon: found[1], word: `从${found[0]}` } : null);
    });
    select.addEventListener("input", (event) => event.stopPropagation());
  });
})();
