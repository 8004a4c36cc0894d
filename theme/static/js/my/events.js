/* What was starred as one calendar (RFC 5545), made here: hours where they are written, whole days where they are not.

     ScienceWeek.my.calendar(rows)   its text; what has no day is not in it */
(() => {
  "use strict";
  const { my } = ScienceWeek;
  const plainText = (text) =>
    text
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\r?\n/g, "\\n")
      .replace(/\p{Cc}/gu, " ");
  /* At most 75 octets to a line, between signs. */
  const folded = (line) => {
    const lines = [""];
    let size = 0;
    for (const sign of line) {
      const octets = new TextEncoder().encode(sign).length;
      if (size + octets > 75) {
        lines.push(" ");
        size = 1;
      }
      lines[lines.length - 1] += sign;
      size += octets;
    }
    return lines.join("\r\n");
  };
  const plain = (iso) => iso.replace(/-/g, "");
  const after = (iso, days) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
  /* China has one time all year, eight hours before that of the world. */
  const moment = (iso, minutes) =>
    `${new Date(Date.parse(`${iso}T00:00:00Z`) + (minutes - 480) * 6e4).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const times = (row, [first, last = first]) => {
    const known = my.hours(row);
    if (!known) return [`DTSTART;VALUE=DATE:${plain(first)}`, `DTEND;VALUE=DATE:${plain(after(last, 1))}`];
    const begin = `DTSTART:${moment(first, known.from)}`;
    return known.to > known.from ? [begin, `DTEND:${moment(first, known.to)}`] : [begin];
  };
  const stamp = () => `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const event = (row, span, number) => {
    const id = row.path.replace(/^.*\/|\.html$/g, "");
    const page = /^https?:$/.test(location.protocol) ? new URL(row.path, location.href).href : "";
    return [
      "BEGIN:VEVENT",
      `UID:${id}${number ? `-${number + 1}` : ""}@my.${location.hostname || "scienceweek.invalid"}`,
      `DTSTAMP:${stamp()}`,
      ...times(row, span),
      `SUMMARY:${plainText(row.title)}`,
      row.place ? `LOCATION:${plainText(row.place)}` : "",
      `DESCRIPTION:${plainText([row.status, row.when, row.call, page].filter(Boolean).join("\n"))}`,
      page ? `URL:${page}` : "",
      "END:VEVENT",
    ];
  };

  my.calendar = (rows) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//scienceweek//my//ZH",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "NAME:我的安排",
      "X-WR-CALNAME:我的安排",
      ...rows.flatMap((row) => my.spans(row).flatMap((span, number) => event(row, span, number))),
      "END:VCALENDAR",
      "",
    ]
      .filter((line, place, all) => line || place === all.length - 1)
      .map(folded)
      .join("\r\n");
})();
