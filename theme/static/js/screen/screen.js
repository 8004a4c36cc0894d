/* A screen in a hall. Of the pictures of the page (<section data-picture [data-day="2024-05-25"]>) those of today and of the next
   days that have something are shown, then those without a day (until [data-until]), one after the other; where no day is left,
   [data-none] says so.

   All is in the page: without a network it goes on, and at midnight the day changes, in China, whatever the clock of the machine's
   country says. Where there is a network the page is fetched anew now and then. Who wants less motion turns by hand. */
(() => {
  "use strict";
  const TURN = 15e3; // a picture is read aloud in that time
  const FRESH = 36e5;
  const DAYS = 3;
  const root = document.documentElement;
  const find = (selector) => Array.from(document.querySelectorAll(selector));
  const [pictures, clocks, pause, full] = ["[data-picture]", "[data-clock]", "[data-pause]", "[data-full]"].map(find);
  const china = () => {
    const now = new Date(Date.now() + 8 * 36e5).toISOString();
    return { day: root.dataset.today || now.slice(0, 10), time: root.dataset.today ? "12:00" : now.slice(11, 16) };
  };
  const after = (day, number) => new Date(Date.parse(`${day}T00:00:00Z`) + number * 864e5).toISOString().slice(0, 10);

  let at = null;
  let turning = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  let timer = 0;

  const wanted = () => {
    const { day } = china();
    const coming = pictures.map((one) => one.dataset.day).filter((one) => one >= day);
    const days = Array.from(new Set(coming)).sort().slice(0, DAYS);
    const told = pictures.filter(({ dataset }) => {
      if (dataset.day) return days.includes(dataset.day);
      if ("none" in dataset) return days.length === 0;
      return !dataset.until || dataset.until >= day;
    });
    const rank = ({ dataset }) => dataset.day || ("none" in dataset ? "" : "~");
    return told.sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
  };

  const alerts = () => {
    const { day, time } = china();
    const now = `${day}T${time}`;
    find("[data-alert]").forEach((one) => {
      const { begin = "", end = "" } = one.dataset;
      one.hidden = now < begin || (end !== "" && (end.includes("T") ? end <= now : end < day));
    });
  };

  const tell = () => {
    const { day, time } = china();
    const words = { [day]: "今天", [after(day, 1)]: "明天" };
    clocks.forEach((one) => {
      one.textContent = time;
      one.hidden = false;
    });
    pictures.forEach((one) => {
      one.querySelectorAll("[data-word]").forEach((word) => {
        word.textContent = words[one.dataset.day] || "";
      });
    });
    alerts();
  };

  const turn = (by) => {
    const told = wanted();
    const place = told.indexOf(at);
    at = told[place < 0 ? 0 : (place + by + told.length) % told.length];
    pictures.forEach((one) => {
      one.hidden = one !== at;
    });
    find("[data-at]").forEach((one) => {
      one.textContent = `${told.indexOf(at) + 1}/${told.length}`;
    });
    tell();
    clearTimeout(timer);
    if (turning) timer = setTimeout(() => turn(1), TURN);
  };

  const set = (state) => {
    turning = state;
    pause.forEach((one) => {
      one.textContent = turning ? "暂停" : "自己翻";
    });
    turn(0);
  };

  // Only who finds the server leaves the page: a screen without a network keeps what it has.
  const renew = () => {
    const sheet = document.querySelector("link[rel=stylesheet]").cloneNode();
    sheet.href = `${sheet.href.split("?")[0]}?${Date.now()}`;
    sheet.onload = () => location.reload();
    sheet.onerror = () => sheet.remove();
    document.head.append(sheet);
  };

  root.classList.add("turns");
  find("[data-turn]").forEach((button) => {
    button.addEventListener("click", () => turn(Number(button.dataset.turn)));
  });
  find("[data-turning]").forEach((one) => {
    one.hidden = false;
  });
  pause.forEach((button) => {
    button.addEventListener("click", () => set(!turning));
  });
  full.forEach((button) => {
    button.hidden = !document.fullscreenEnabled;
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen();
    });
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowRight" || key === "PageDown") turn(1);
    if (key === "ArrowLeft" || key === "PageUp") turn(-1);
  });
  if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(() => {});
  setInterval(tell, 1e4);
  if (location.protocol.startsWith("http")) setInterval(renew, FRESH);
  set(turning);
})();
