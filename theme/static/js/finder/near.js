/* What is near: <button data-near> of the form. The position stays in the browser; without one, one says from where.

     finder.origin     { lat, lon }, or null
     finder.far(row)   kilometres to the nearest of its places; Infinity where nobody knows where it is
     finder.away(row)  in words: 800米, 3.2公里, 约5公里; empty if it is not known */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const RADIUS = 6371;
  const MOST = 60;
  finder.origin = null;

  const spots = (row) => {
    if (!row.where) {
      row.where = row.spots
        .split(" ")
        .filter(Boolean)
        .map((spot) => spot.split(",").map(Number));
    }
    return row.where;
  };
  const rad = (degrees) => (degrees * Math.PI) / 180;
  const between = (from, [lon, lat]) => {
    const [high, wide] = [rad(lat - from.lat), rad(lon - from.lon)];
    const a = Math.sin(high / 2) ** 2 + Math.cos(rad(from.lat)) * Math.cos(rad(lat)) * Math.sin(wide / 2) ** 2;
    return 2 * RADIUS * Math.asin(Math.sqrt(a));
  };
  const closest = (row) =>
    spots(row)
      .map((spot) => [between(finder.origin, spot), spot[2]])
      .sort(([one], [other]) => one - other)[0];
  finder.far = (row) => (spots(row).length ? closest(row)[0] : Number.POSITIVE_INFINITY);
  finder.away = (row) => {
    if (!finder.origin || !spots(row).length) return "";
    const [far, radius] = closest(row);
    const about = radius > 200 ? "约" : "";
    if (far < 1) return `${about}${Math.max(100, Math.round(far * 10) * 100)}米`;
    return `${about}${far < 10 && !about ? far.toFixed(1) : Math.round(far)}公里`;
  };

  ScienceWeek.behaviour("nearby", "form[data-finder] [data-near]", (button) => {
    const form = button.form;
    const field = form.querySelector("[data-from]");
    const select = field.querySelector("select");
    const word = field.querySelector("[data-from-word]");
    const begin = (origin) => {
      finder.origin = origin;
      button.setAttribute("aria-pressed", String(origin !== null));
      form.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const offer = () => {
      if (select.options.length > 1) return;
      const known = (kinds) => finder.rows.filter((row) => kinds.includes(row.kind) && row.spots);
      const districts = known(["district"]);
      const some = districts.length > 1 ? districts : known(["district", "venue", "base"]);
      some.slice(0, MOST).forEach((row) => {
        const [lon, lat] = spots(row)[0];
        select.append(new Option(row.title, `${lon},${lat}`));
      });
    };
    const ask = (reason) => {
      finder.want(offer);
      field.hidden = false;
      word.textContent = reason;
      select.focus();
    };
    button.addEventListener("click", () => {
      if (finder.origin) {
        field.hidden = true;
        select.value = "";
        begin(null);
      } else if (!navigator.geolocation || !window.isSecureContext || location.protocol === "file:") {
        ask("这里读不到您的位置，请选一个地方。");
      } else {
        button.disabled = true;
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => {
            button.disabled = false;
            field.hidden = true;
            begin({ lat: coords.latitude, lon: coords.longitude });
          },
          () => {
            button.disabled = false;
            ask("没有得到您的位置，请选一个地方。");
          },
          { timeout: 8000, maximumAge: 300000 },
        );
      }
    });
    select.addEventListener("input", (event) => {
      event.stopPropagation();
      const [lon, lat] = select.value.split(",").map(Number);
      begin(select.value ? { lon, lat } : null);
    });
  });
})();
