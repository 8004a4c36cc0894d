/* 读给我听: <button data-read="id of what is read" hidden>. Shown only where the device has a Chinese voice.

   Read are the elements with data-spoken inside, in order: the attribute's words, or the element's own. */
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  const voice = () => speech.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang) && !/HK|TW|yue/i.test(lang));
  const lines = (element) =>
    Array.from(element.querySelectorAll("[data-spoken]"), (part) => part.dataset.spoken || part.textContent.trim());

  ScienceWeek.behaviour("read", "button[data-read]", (button) => {
    const text = button.querySelector("[data-label]") || button;
    const label = text.textContent;
    const use = button.querySelector("use");
    const rest = () => {
      text.textContent = label;
      if (use) use.setAttribute("href", "#_sound");
      button.setAttribute("aria-pressed", "false");
    };
    const offer = () => {
      if (voice()) button.hidden = false;
    };
    const read = () => {
      // A sentence at a time: some browsers fall silent in a long text.
      const queue =
        lines(document.getElementById(button.dataset.read))
          .join("。")
          .match(/[^。；！？]+[。；！？]?/g) || [];
      queue.forEach((line, place) => {
        const said = new SpeechSynthesisUtterance(line);
        said.voice = voice();
        said.lang = "zh-CN";
        said.rate = 0.85;
        if (place === queue.length - 1) said.addEventListener("end", rest);
        speech.speak(said);
      });
      text.textContent = "停下来";
      if (use) use.setAttribute("href", "#_stop");
      button.setAttribute("aria-pressed", "true");
    };
    button.addEventListener("click", () => {
      const reading = speech.speaking;
      speech.cancel();
      if (reading) rest();
      else read();
    });
    speech.addEventListener("voiceschanged", offer);
    window.addEventListener("pagehide", () => speech.cancel());
    offer();
  });
})();
