/* The form of the finder, on its own page and above lists (templates/_finder.html). Calls *show* with what is chosen,
   at the start if the address says something, and on every change.

     finder.attend(form, show)      show(state, isAsked): isAsked says whether anything is chosen
     finder.relief(form, state)     [{ word, number, clear }]: what would be found without each of the choices */
(() => {
  "use strict";
  const { finder } = ScienceWeek;

  finder.attend = (form, show) => {
    let isWaiting = false;
    const now = () => {
      const state = finder.state(form);
      const isAsked = Object.keys(state).length > 0;
      if (isAsked) finder.rest();
      show(state, isAsked);
      form.classList.toggle("asked", isAsked);
      return state;
    };
    const change = () => {
      if (!isWaiting) finder.want(now);
      isWaiting = true;
      finder.keep(now());
    };
    // While 拼音 are being typed the field holds half a word.
    form.addEventListener("input", (event) => {
      if (!event.isComposing) change();
    });
    form.addEventListener("compositionend", change);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change();
    });
    form.addEventListener("reset", () => setTimeout(change));
    window.addEventListener("popstate", () => {
      finder.restore(form);
      change();
    });
    finder.restore(form);
    const more = form.querySelector("details");
    if (more && Array.from(more.querySelectorAll("select, input")).some((field) => field.value)) more.open = true;
    if (Object.keys(finder.state(form)).length) change();
    else
      form.addEventListener(
        "focusin",
        () => {
          if (!isWaiting) finder.want(now);
          isWaiting = true;
        },
        { once: true },
      );
  };

  const word = (form, name, value) => {
    if (name === "q") return value;
    const field = form.elements[name];
    if (field instanceof RadioNodeList || field.type === "checkbox") {
      return form.querySelector(`input[name="${name}"]:checked`).closest("label").querySelector("span").textContent;
    }
    if (field.type === "number") return `${value}岁`;
    return field.selectedOptions[0].textContent.replace(/（\d+）$/, "");
  };
  const clear = (form, name) => {
    const none = form.querySelector(`input[type="radio"][name="${name}"][value=""]`);
    if (none) none.checked = true;
    else if (form.elements[name].type === "checkbox") form.elements[name].checked = false;
    else form.elements[name].value = "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  finder.relief = (form, state, found = finder.find) =>
    Object.keys(state).map((name) => {
      const rest = { ...state };
      delete rest[name];
      return { word: word(form, name, state[name]), number: found(rest).length, clear: () => clear(form, name) };
    });
})();
