/* 想去: what this reader has starred. Nothing leaves the device.

     ScienceWeek.starred.all()              { path: { title, when, place } }: as it stood when it was starred; *when* is null if nobody knows
     ScienceWeek.starred.put(path, facts)   stars it; null takes it away
     ScienceWeek.starred.isKept()           whether this browser keeps it: else it lasts as long as the page */
(() => {
  "use strict";
  const KEY = "starred";
  const PATH = /^(activities|bases)\/[a-z0-9-]+\.html$/;
  let held = {};

  const all = () => {
    try {
      const read = JSON.parse(localStorage.getItem(KEY) || "{}");
      held = Object.fromEntries(Object.entries(read).filter(([path, facts]) => PATH.test(path) && facts));
    } catch (_) {
      /* no storage, or none of ours: what the page has */
    }
    return held;
  };
  const put = (path, facts) => {
    if (!PATH.test(path)) return;
    held = { ...all() };
    if (facts) held[path] = facts;
    else delete held[path];
    try {
      localStorage.setItem(KEY, JSON.stringify(held));
    } catch (_) {
      /* it lasts as long as the page */
    }
  };
  const isKept = () => {
    try {
      localStorage.setItem(KEY, localStorage.getItem(KEY) || "{}");
      return true;
    } catch (_) {
      return false;
    }
  };
  ScienceWeek.starred = { all, put, isKept, PATH };
})();
