// Put into pages while they are served on one's own computer; no published page has it.
"use strict";
(() => {
  const own = document.currentScript;
  const known = own ? own.dataset.build : "0";
  let events = null;

  // A tab that nobody looks at keeps no connection: browsers have few of them for one host.
  const listen = () => {
    if (events || document.visibilityState === "hidden") {
      return;
    }
    events = new EventSource(`/.preview/events?build=${known}`);
    events.onmessage = () => {
      rest();
      location.reload();
    };
  };
  const rest = () => {
    if (events) {
      events.close();
      events = null;
    }
  };
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);

  const panel = document.querySelector(".preview-panel");
  const under = document.querySelector(".preview-under");
  const again = document.querySelector(".preview-unfold");
  if (!panel || !panel.dataset.said) {
    return;
  }
  const fold = () => {
    const folded = !panel.hidden;
    panel.hidden = folded;
    again.hidden = !folded;
    if (under) {
      under.inert = !folded;
      under.classList.toggle("preview-clear", folded);
    }
    (folded ? again : panel.querySelector("[data-preview='fold']")).focus();
  };
  const copy = () =>
    navigator.clipboard &&
    navigator.clipboard.writeText(panel.dataset.said).then(() => {
      panel.querySelector("[data-preview='copy']").textContent = "已复制";
    });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-preview]");
    if (button) {
      (button.dataset.preview === "copy" ? copy : fold)();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      fold();
    } else if ((event.ctrlKey || event.metaKey) && event.key === "c" && !String(getSelection()) && !panel.hidden) {
      copy();
    }
  });
})();
