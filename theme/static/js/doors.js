/* Whether a base is open on a day, as the rules say that the page carries (views/parts/door_pattern.py).

   ScienceWeek.visit(rules, day) is { state: "open" | "closed" | "unknown", doors: [{ start, end, last }], reason };
   the hours ("09:30"; those of the night go on beyond 24) are none where nobody knows them. The last rule that holds a day
   wins; what is open without hours of its own has those of the rule below.

     rules  = rule ";" rule …          rule = [days] ["@" weekdays] ["+h" | "-h"] ["+w"] "=" what
     days   = 2024-05-25 | 2024-05-25/2024-06-01 | 07-01/08-31 (of every year)        weekdays = 1 to 7, Monday is 1
     "+h": holidays too, whatever day they are; "-h": no holiday; "+w": also weekends on which one works
     what   = hours | "o" (open) | "k" (open, but not where a rule below says closed) | "x" reason (closed)
     hours  = 09:00-17:00<16:30,18:00-   the last admission after "<" */
(() => {
  "use strict";
  const RULE = /^([\d-]*)\/?([\d-]*)(@[1-7]*)?([+-]h)?(\+w)?=(.)(.*)$/;
  const holds = (list, day) =>
    (list || "").split(" ").some((span) => {
      const [first, last = first] = span.split("/");
      return first && first <= day && day <= last;
    });
  const special = (kind, day) => holds((ScienceWeek.holidays || {})[kind], day);

  const parsed = (part) => {
    const [, first, last, weekdays, holidays, work, sign, rest] = RULE.exec(part);
    return { first, last: last || first, weekdays, holidays, work, sign, rest };
  };
  const within = ({ first, last }, day) => {
    if (!first) return true;
    const here = first.length < 6 ? day.slice(5) : day;
    return first <= last ? first <= here && here <= last : first <= here || here <= last;
  };
  const falls = (rule, day) => {
    if (!within(rule, day)) return false;
    if (rule.holidays && special("off", day)) return rule.holidays === "+h";
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    return !rule.weekdays || rule.weekdays.includes(weekday) || Boolean(rule.work && special("working", day));
  };
  const hours = (text) =>
    text.split(",").map((span) => {
      const [, start, end, last = ""] = /^([^-]*)-([^<]*)<?(.*)$/.exec(span);
      return { start, end, last };
    });

  ScienceWeek.visit = (rules, day) => {
    const found = (rules || "").split(";").filter(Boolean).map(parsed).reverse();
    let top = "";
    for (const { sign, rest } of found.filter((rule) => falls(rule, day))) {
      if (sign === "x")
        return top === "o" ? { state: "open", doors: [] } : { state: "closed", doors: [], reason: rest };
      if (sign !== "o" && sign !== "k") return { state: "open", doors: hours(sign + rest) };
      top = top || sign;
    }
    return { state: top ? "open" : "unknown", doors: [] };
  };
})();
