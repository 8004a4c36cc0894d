/* 选区县: <details data-which> with links <a data-district="yubei">, and behind it <p data-yours hidden><a><b></b> <span></span></a></p>.
   A district that was chosen is remembered on this device and leads from then on: it is named, its numbers of today stand first
   and lead to its day, its tickets come before the others. 全部区县 forgets it. */
(() => {
  "use strict";
  const KEY = "district";
  const { behaviour, today } = ScienceWeek;
  const kept = () => {
    try {
      return localStorage.getItem(KEY) || "";
    } catch (_) {
      return "";
    }
  };
  const keep = (district) => {
    try {
      if (district) localStorage.setItem(KEY, district);
      else localStorage.removeItem(KEY);
      return true;
    } catch (_) {
      return false;
    }
  };

  ScienceWeek.district = document.querySelector("[data-which]") ? kept() : "";

  /* The cell of the grid: of a district, on today's row. */
  const cell = (district) => {
    const head = document.querySelector(`.heat th[data-district="${district}"]`);
    const row = head && head.closest("table").querySelector(`tbody tr[data-day="${today}"]`);
    return row && row.children[Array.from(head.parentElement.children).indexOf(head)];
  };

  behaviour("which", "[data-which]", (box) => {
    box.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-district]");
      if (link) keep(link.dataset.district);
      if (event.target.closest("[data-forget]")) {
        keep("");
        location.reload();
      }
    });
    const own = box.querySelector(`a[data-district="${CSS.escape(ScienceWeek.district || "-")}"]`);
    if (!own) {
      ScienceWeek.district = "";
      return;
    }
    const name = own.firstChild.textContent.trim();
    const found = cell(ScienceWeek.district);
    const number = found ? Number.parseInt(found.querySelector(".n").textContent, 10) || 0 : 0;
    const yours = document.querySelector("[data-yours]");
    const link = yours.querySelector("a");
    link.href = (number && found.querySelector("a")?.href) || own.href;
    link.querySelector("b").textContent = name;
    link.querySelector("span").textContent = number ? `今天${number}场` : "今天没有排定的活动，看这个区县";
    yours.hidden = false;
    own.setAttribute("aria-current", "true");
    box.querySelector("summary b").textContent = "换区县";
    box.querySelector("[data-kept]").textContent = "";
    box.querySelector("[data-forget]").parentElement.hidden = false;
    document.querySelectorAll(`.heat th[data-district="${ScienceWeek.district}"]`).forEach((head) => {
      const place = Array.from(head.parentElement.children).indexOf(head);
      head
        .closest("table")
        .querySelectorAll("tr")
        .forEach((row) => {
          row.children[place]?.classList.add("mine");
        });
    });
  });

  behaviour("heat", ".heat-days label.today input", (input) => {
    input.checked = true;
  });
})();
