/* The form of the finder (templates/_finder.html): what is chosen in it, and in the address.

   Chips are <button data-name="free" data-value="1" aria-pressed>; one of a name is pressed at most, and a second tap lets it go.

     finder.state(form)             what is chosen: { q, what, when, … } without empty values
     finder.choose(form, name, value)  chooses it, as a tap would; an empty value chooses nothing
     finder.named(form, name, value)   the word that stands for it
     finder.attend(form, show)      calls show(state, isAsked) at the start if the address says something, and on every change */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const chips = (form) => Array.from(form.querySelectorAll("button[data-name]"));
  const isPressed = (chip) => chip.getAttribute("aria-pressed") === "true";
  const press = (chip, is) => chip.setAttribute("aria-pressed", String(is));
  const fields = (form) => Array.from(form.elements).filter(({ name }) => name);

  finder.state = (form) => {
    const state = {};
    fields(form).forEach(({ name, value }) => {
      if (value.trim()) state[name] = value;
    });
    chips(form)
      .filter(isPressed)
      .forEach(({ dataset: { name, value } }) => {
        state[name] = value;
      });
    return state;
  };

  const set = (form, name, value) => {
    chips(form)
      .filter(({ dataset }) => dataset.name === name)
      .forEach((chip) => {
        press(chip, chip.dataset.value === value);
      });
    const field = fields(form).find((one) => one.name === name);
    if (!field) return;
    if (field.tagName === "SELECT" && !Array.from(field.options).some((option) => option.value === value)) {
      // Any age may be asked, though few are offered.
      if (name === "age" && /^\d{1,3}$/.test(value)) field.append(new Option(`${value}岁`, value));
      else value = "";
    }
    field.value = value.slice(0, 400);
  };
  finder.choose = (form, name, value) => {
    set(form, name, value);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  finder.named = (form, name, value) => {
    if (name === "q") return Array.from(value).slice(0, 20).join("");
    const chip = chips(form).find(({ dataset }) => dataset.name === name && dataset.value === value);
    if (chip) return chip.dataset.word;
    const option = Array.from(form.elements[name].options).find((one) => one.value === value);
    return option ? option.textContent.replace(/（\d+）$/, "") : value;
  };

  /* What the address says; what somebody has typed before the script was there stays. */
  const restore = (form, typed = "") => {
    const asked = new URLSearchParams(location.search);
    const names = new Set([...fields(form).map(({ name }) => name), ...chips(form).map(({ dataset }) => dataset.name)]);
    names.forEach((name) => {
      set(form, name, asked.get(name) || (name === "q" ? typed : ""));
    });
  };
  const keep = (state) => {
    const asked = new URLSearchParams(state).toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${asked && "?"}${asked}${location.hash}`);
    } catch (_) {
      /* a browser that keeps file:// addresses as they are */
    }
  };

  /* The answer is seen where one types or taps: a keyboard leaves half of the screen, and conditions may fill it. */
  const ROOM = 200; // for the first of what is found
  const bring = (form) => {
    const seen = window.visualViewport ? window.visualViewport.height : window.innerHeight;
    const result = form.querySelector("[data-result]").getBoundingClientRect();
    if (result.top >= 0 && result.bottom <= seen - ROOM) return;
    const top = form.getBoundingClientRect().top;
    window.scrollBy(0, result.bottom - top <= seen - ROOM ? top - 4 : result.top - seen / 3);
  };

  finder.attend = (form, show) => {
    let isWaiting = false;
    let isTold = true; // whether who asked last has been shown the answer
    let isComposing = false; // while 拼音 are being typed the field holds half a word
    const more = form.querySelector("[data-more-chips]");
    const unfold = (is) => {
      if (!more) return;
      more.setAttribute("aria-expanded", String(is));
      form.querySelector("[data-more]").hidden = !is;
    };
    const now = () => {
      if (isComposing) return {};
      const state = finder.state(form);
      const isAsked = Object.keys(state).length > 0;
      if (isAsked) finder.rest();
      form.classList.toggle("asked", isAsked);
      form.querySelectorAll("label.chip").forEach((label) => {
        label.classList.toggle("set", label.querySelector("select").value !== "");
      });
      show(state, isAsked);
      if (!isTold) bring(form);
      isTold = isTold || finder.complete;
      return state;
    };
    const begin = () => {
      if (!isWaiting) finder.want(now);
      isWaiting = true;
    };
    const change = () => {
      isComposing = false;
      begin();
      keep(now());
    };
    form.addEventListener("click", (event) => {
      const chip = event.target.closest("button[data-name]");
      if (chip) finder.choose(form, chip.dataset.name, isPressed(chip) ? "" : chip.dataset.value);
    });
    if (more) more.addEventListener("click", () => unfold(more.getAttribute("aria-expanded") !== "true"));
    form.addEventListener("input", (event) => {
      isComposing = Boolean(event.isComposing);
      if (isComposing) return;
      isTold = false;
      change();
    });
    form.addEventListener("compositionend", change);
    // A keyboard may come up after the answer, and stand on it.
    (window.visualViewport || window).addEventListener("resize", () => {
      if (form.classList.contains("asked") && document.activeElement === form.elements.q) bring(form);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      document.activeElement.blur();
      change();
    });
    form.addEventListener("reset", () => {
      chips(form).forEach((chip) => {
        press(chip, false);
      });
      setTimeout(change);
    });
    window.addEventListener("popstate", () => {
      restore(form);
      change();
    });
    const field = form.elements.q;
    // Whoever has typed before this was there waits for the answer too.
    isTold = !field || !field.value || document.activeElement !== field;
    restore(form, field ? field.value : "");
    const hidden = form.querySelector("[data-more]");
    if (hidden && hidden.querySelector('[aria-pressed="true"]')) unfold(true);
    if (hidden && Array.from(hidden.querySelectorAll("select")).some(({ value }) => value)) unfold(true);
    if (Object.keys(finder.state(form)).length) change();
    else {
      ["focusin", "pointerdown"].forEach((kind) => {
        form.addEventListener(kind, begin, { once: true });
      });
    }
    return begin;
  };
})();
