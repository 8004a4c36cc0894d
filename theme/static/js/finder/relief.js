/* Where nothing is found: what would be, with one condition less or another, each with one tap.

     finder.relief(form, state, find)   [{ word, rest, number, take }]; find(state) gives the rows */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const OTHERS = { today: ["weekend", "window"], tomorrow: ["weekend", "window"], weekend: ["next-weekend", "window"] };
  const MOST = 5;

  finder.relief = (form, state, find = finder.find) => {
    const names = Object.keys(state).filter((name) => form.elements[name] || finder.isChip(form, name));
    const rest = (but) => names.filter((name) => name !== but).map((name) => finder.named(form, name, state[name]));
    const less = names
      .filter(() => names.length > 1)
      .map((name) => {
        const { [name]: gone, ...others } = state;
        const word =
          name === "q" ? `不要“${finder.named(form, name, gone)}”` : `不限“${finder.named(form, name, gone)}”`;
        return { word, rest: rest(name), number: find(others).length, take: () => finder.choose(form, name, "") };
      });
    const other = (OTHERS[state.when] || [])
      .filter((value) => finder.isChip(form, "when", value))
      .map((value) => ({
        word: `改到${finder.named(form, "when", value)}`,
        rest: rest("when"),
        number: find({ ...state, when: value }).length,
        take: () => finder.choose(form, "when", value),
      }));
    return [...less, ...other].filter(({ number }) => number).slice(0, MOST);
  };
  finder.isChip = (form, name, value) =>
    Array.from(form.querySelectorAll(`button[data-name="${name}"]`)).some(
      (chip) => value === undefined || chip.dataset.value === value,
    );
})();
