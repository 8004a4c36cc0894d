/* My programme taken along: the address that carries it, as text and as a code, what another such address has brought, and the calendar.

     ScienceWeek.my.taking["copy-mine"](), .code(), .calendar(), .receive()   what the buttons of my.html do

   The address has a:fish,b:museum after its #, which no server sees. */
(() => {
  "use strict";
  const { my, starred, today } = ScienceWeek;
  const { main, place, make, say } = my.page;
  const MOST = 200;
  const KINDS = { a: "activities", b: "bases" };
  const QUIET = 4; // modules around a code (ISO/IEC 18004)

  const address = () => {
    const ids = Object.keys(starred.all()).map((path) => `${path[0]}:${path.replace(/^.*\/|\.html$/g, "")}`);
    return `${location.href.split("#")[0]}#s=${ids.join(",")}`;
  };
  const copy = () => {
    const box = place("address");
    box.value = address();
    box.hidden = false;
    box.select();
    const done = navigator.clipboard ? navigator.clipboard.writeText(box.value) : Promise.reject(new Error("none"));
    done.then(
      () => say("网址已复制，粘贴到微信发给自己或家人"),
      () => say("请长按下面的网址复制"),
    );
  };
  const code = () => {
    const made = window.qrcode(0, "L");
    try {
      made.addData(address());
      made.make();
    } catch (_) {
      say("安排太多，二维码放不下，请复制网址");
      return;
    }
    const size = made.getModuleCount();
    let line = "";
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) if (made.isDark(y, x)) line += `M${x} ${y}h1v1h-1z`;
    }
    const [svg, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    path.setAttribute("d", line);
    svg.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "带着我的安排的二维码");
    svg.append(path);
    place("drawn-code").replaceChildren(svg);
    say("用另一台手机扫这个码");
  };
  const calendar = () => {
    const live = my.page.rows().filter((row) => row.days && (row.last === "" || row.last >= today));
    const link = make("a", "");
    link.href = URL.createObjectURL(new Blob([my.calendar(live)], { type: "text/calendar;charset=utf-8" }));
    link.download = "my.ics";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say("日历文件已下载，打开它就加到手机日历");
  };

  const brought = () =>
    (location.hash.startsWith("#s=") ? location.hash.slice(3) : "")
      .split(",")
      .slice(0, MOST)
      .map((one) => one.split(":"))
      .map(([kind, id]) => `${KINDS[kind]}/${id}.html`)
      .filter((path) => starred.PATH.test(path) && !(path in starred.all()));
  const accept = () => {
    const paths = brought();
    for (const path of paths) starred.put(path, { title: "", when: null, place: null });
    history.replaceState(null, "", location.pathname);
    receive();
    my.page.show();
    say(`已经收进${paths.length}项`);
  };
  const receive = () => {
    const { length } = brought();
    place("brought").hidden = length === 0;
    place("brought-word").textContent = `这个网址里带来${length}项安排`;
  };
  main.querySelector("[data-accept]").addEventListener("click", accept);
  my.taking = { "copy-mine": copy, code, calendar, receive };
})();
