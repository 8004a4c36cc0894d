/* Days as they are typed: 5.28, 5/28, 05-28, 5月28日, 2027-05-28, 2027年5月, 28日.

     finder.date(term)        { year, month, day }, each a number or 0 for any; null if it is none
     finder.falls(row, date)  whether some day of the row is such a day
     finder.says(text, term)  whether the text has the term, and not as the end of a longer number */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const FORMS = [
    [/^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/, (y, m, d) => [y, m, d]],
    [/^(\d{4})(\d{2})(\d{2})$/, (y, m, d) => [y, m, d]],
    [/^(\d{4})[-./年](\d{1,2})月?$/, (y, m) => [y, m, 0]],
    [/^(\d{1,2})[-./月](\d{1,2})[日号]?$/, (m, d) => [0, m, d]],
    [/^(\d{1,2})月$/, (m) => [0, m, 0]],
    [/^(\d{1,2})[日号]$/, (d) => [0, 0, d]],
  ];
  const days = (month) => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];

  finder.date = (term) => {
    for (const [form, order] of FORMS) {
      const found = form.exec(term);
      if (!found) continue;
      const numbers = found.slice(1).map(Number);
      if (numbers.includes(0)) return null;
      const [year, month, day] = order(...numbers);
      const fits = month <= 12 && day <= (month ? days(month) : 31);
      return fits && (year === 0 || (year > 1899 && year < 2200)) ? { year, month, day } : null;
    }
    return null;
  };

  const two = (number) => String(number).padStart(2, "0");
  /* Whether *first* to *last* (ISO 8601) has such a day: of each month that they touch, the day or all days of it. */
  const holds = (first, last, { year, month, day }) => {
    let [y, m] = first.split("-").map(Number);
    const [lastYear, lastMonth] = last.split("-").map(Number);
    for (let count = 0; count < 36 && (y < lastYear || (y === lastYear && m <= lastMonth)); count += 1) {
      if ((!year || y === year) && (!month || m === month)) {
        const from = `${y}-${two(m)}-${two(day || 1)}`;
        const to = `${y}-${two(m)}-${two(day || 31)}`;
        if (from <= last && to >= first) return true;
      }
      m += 1;
      if (m > 12) {
        y += 1;
        m = 1;
      }
    }
    return false;
  };
  /* What was to be on a day is found there too, and says what became of it. */
  finder.falls = (row, date) =>
    `${row.days} ${row.gone}`
      .split(" ")
      .filter(Boolean)
      .some((span) => {
        const [first, last = first] = span.split("/");
        return holds(first, last, date);
      });

  finder.says = (text, term) => {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      if (!/\d/.test(text[at - 1] || "")) return true;
    }
    return false;
  };
})();
