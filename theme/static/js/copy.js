/* 复制地址: <button data-copy="text" hidden><span data-label>复制地址</span></button>.

   Plain http and file:// have no clipboard: there the old way is tried, and else the text is shown, selected, to be copied by hand. */
(() => {
  "use strict";
  const show = (button, text) => {
    const box = document.createElement("input");
    box.className = "copied";
    box.readOnly = true;
    box.value = text;
    box.setAttribute("aria-label", "长按全选，复制这段文字");
    button.after(box);
    box.focus();
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
    if (done) {
      box.remove();
      button.focus();
    }
    return done;
  };

  ScienceWeek.behaviour("copy", "button[data-copy]", (button) => {
    const word = button.querySelector("[data-label]") || button;
    const label = word.textContent;
    word.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (button.nextElementSibling && button.nextElementSibling.matches(".copied")) button.nextElementSibling.remove();
      word.textContent = (await copy(button, button.dataset.copy)) ? "已复制" : "请长按复制";
      setTimeout(() => {
        word.textContent = label;
      }, 4000);
    });
  });
})();
