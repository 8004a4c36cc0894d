/* 复制正文: <button data-article="id" hidden><span data-label>复制正文</span></button>.

   The element with that id is copied with its own style, as the browser would if somebody had selected it: so it works on plain http
   and from a folder too. Where a policy of the server keeps the style from the page, it is still in what is copied. */
(() => {
  "use strict";
  const copied = (sheet) => {
    const put = (event) => {
      event.clipboardData.setData("text/html", sheet.innerHTML.trim());
      event.clipboardData.setData("text/plain", sheet.innerText);
      event.preventDefault();
    };
    document.addEventListener("copy", put);
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch (_) {
      /* all of it is selected, to be copied by hand */
    }
    document.removeEventListener("copy", put);
    return done;
  };

  for (const button of document.querySelectorAll("button[data-article]")) {
    const word = button.querySelector("[data-label]");
    const label = word.textContent;
    const sheet = document.getElementById(button.dataset.article);
    word.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", () => {
      getSelection().selectAllChildren(sheet);
      word.textContent = copied(sheet) ? "已复制" : "已选好，请按 Ctrl+C 或长按复制";
      setTimeout(() => {
        word.textContent = label;
      }, 4000);
    });
  }
})();
