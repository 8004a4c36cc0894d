/* What is typed, as the terms that are looked for.

     finder.terms(query)   [{ text, latin, date, asked, near, number, others }]: normal and few

   *asked* is the condition that an everyday word stands for, [name, value] as in conditions.js: 周末, 孩子, 7岁, 免费.
   *near* says that a text need only be like it (nearest.js). *number* tells terms apart.
   *others* are the same with the other name of an organisation, known once a row is looked at. */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const MOST = 8;
  const LONGEST = 40;
  const LATIN = /^[a-z0-9]+$/;
  const DIGITS = "零一二三四五六七八九十";
  let numbers = 0;

  /* Everyday words, the longer ones first; what is said of a day of the week is found by its usual name. */
  const EVERYDAY = [
    [/^(?:今天|今日|今儿|当天)/, () => ["when", "today"]],
    [/^(?:明天|明日|明儿)/, () => ["when", "tomorrow"]],
    [/^(?:后天|后日)/, () => ["when", "after-tomorrow"]],
    [/^(?:下个?(?:周末|双休日))/, () => ["when", "next-weekend"]],
    [/^(?:这个?|本)?(?:周末|双休日)/, () => ["when", "weekend"]],
    [/^(?:这个?|本)(?:周|星期|礼拜)(?![一二三四五六日天])/, () => ["when", "this-week"]],
    [/^下个?(?:周|星期|礼拜)(?![一二三四五六日天])/, () => ["when", "next-week"]],
    [/^(\d{1,3}|[一二三四五六七八九十]{1,3})周?岁(?:的|大|以上|以下)?/, (age) => ["age", years(age)]],
    [
      /^(?:带孩子|带娃|遛娃|亲子|小孩子?|小朋友们?|孩子们?|娃娃|娃|宝宝|宝贝|少年儿童|少儿|儿童|幼儿|家长)/,
      () => ["with", "children"],
    ],
    [/^(?:中小学生|小学生|中学生|学生|青少年)/, () => ["with", "pupils"]],
    [/^(?:中?老年人?|老人家|老人|长者|爸妈|父母|爷爷奶奶|退休)/, () => ["with", "elders"]],
    [/^(?:免费|不要钱|不花钱|不收费|免票)/, () => ["free", "1"]],
    [/^(?:不用预约|不用预定|不预约|免预约|直接去)/, () => ["unbooked", "1"]],
    [/^(?:轮椅|无障碍|残疾人?|坐轮椅)/, () => ["wheelchair", "1"]],
    [/^(?:线上|网上|在线|直播)/, () => ["online", "1"]],
  ];
  /* 七, 十二, 二十, 六十五 as digits. */
  const years = (age) => {
    if (/\d/.test(age)) return age;
    const [tens, ones] = age.includes("十") ? age.split("十") : ["零", age];
    return String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0));
  };
  const WEEKDAY = /(?:星期|礼拜|周)([一二三四五六日天])/g;

  finder.term = (text, more = {}) => {
    numbers += 1;
    return {
      text,
      latin: LATIN.test(text),
      date: finder.date(text),
      asked: null,
      near: false,
      number: numbers,
      ...more,
    };
  };
  /* What *text* begins with: an everyday word as a term, and what is left; null if it begins otherwise. */
  finder.everyday = (text) => {
    for (const [form, asked] of EVERYDAY) {
      const found = form.exec(text);
      if (found) return [finder.term(found[0], { asked: asked(...found.slice(1)) }), text.slice(found[0].length)];
    }
    return null;
  };
  /* All of *text* as everyday words; null if some of it is none. */
  const everyday = (text) => {
    const terms = [];
    for (let rest = text; rest; ) {
      const next = finder.everyday(rest);
      if (!next) return null;
      terms.push(next[0]);
      rest = next[1];
    }
    return terms;
  };
  const SPELT = {
    jintian: "今天",
    mingtian: "明天",
    zhoumo: "周末",
    haizi: "孩子",
    qinzi: "亲子",
    xuesheng: "学生",
    laoren: "老人",
    mianfei: "免费",
  };
  finder.terms = (query) =>
    finder
      .normal(query.slice(0, 400))
      .replace(WEEKDAY, (_, day) => `周${day === "天" ? "日" : day}`)
      .split(/[\s，。、！？；：,!?;"“”]+/)
      .filter(Boolean)
      .slice(0, MOST)
      .map((text) => (Object.hasOwn(SPELT, text) ? SPELT[text] : text.slice(0, LONGEST)))
      .flatMap((text) => everyday(text) || [finder.term(text)]);
})();
