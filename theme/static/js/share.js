/* 发给家人: <button data-share="text" hidden>. Shares where the browser can, else copies, else shows the text to copy.

   What is sent is the text, with the page's address below where it has one that others can open. */
(() => {
  "use strict";
  const address = /^https?:$/.test(location.protocol) ? location.href.split("#")[0] : "";

  const show = (button, text) => {
    const box = document.createElement("textarea");
    box.className = "share-text";
    box.readOnly = true;
    box.rows = 6;
    box.value = text;
    box.setAttribute("aria-label", "长按全选，复制这段文字");
    button.after(box);
    box.select();
    return box;
  };
  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (_) {
      /* plain http, or file:// */
    }
    const box = show(button, text);
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch (_) {
      /* the text stays to be copied by hand */
    }
    if (done) box.remove();
    return done;
  };

  ScienceWeek.behaviour("share", "button[data-share]", (button) => {
    const word = button.querySelector("[data-label]") || button;
    const said = document.createElement("span");
    said.className = "said";
    said.setAttribute("role", "status");
    button.after(said);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const old = button.parentElement.querySelector(".share-text");
      if (old) old.remove();
      const text = [button.dataset.share, address].filter(Boolean).join("\n");
      if (navigator.share) {
        try {
          await navigator.share({ title: document.title, text: button.dataset.share, url: address || undefined });
          return;
        } catch (error) {
          if (error.name === "AbortError") return;
        }
      }
      const done = await copy(button, text);
      word.textContent = done ? "已复制，去微信粘贴" : "请长按下面的文字复制";
      said.textContent = word.textContent;
    });
  });

  ScienceWeek.behaviour("print", "button[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  // In WeChat a calendar file does nothing: say how to get out of it.
  ScienceWeek.behaviour("wechat", "[data-wechat]", (element) => {
    element.hidden = !/MicroMessenger/i.test(navigator.userAgent);
  });
})();
