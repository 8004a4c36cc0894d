/* The pins: one a place (several bases at one address share it), in clusters where they crowd. Called by basemap.js. */
(() => {
  "use strict";
  const WORDS = { open: "今天开放", here: "今天有活动", away: "今天的活动在别处", shut: "今天不开", ask: "先问" };
  const ORDER = ["open", "here", "away", "ask", "shut"];
  const MANY = 80; // pins in sight, beyond which they have neither names nor circles

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  const mark = (shape) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "mark");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `#m-${shape}`);
    svg.append(use);
    return svg;
  };
  const best = (entries) => ORDER.find((shape) => entries.some((entry) => entry.shape === shape));
  const said = (entries) => {
    const names = entries.map((entry) => entry.name).filter(Boolean);
    const shape = WORDS[best(entries)];
    return names.length === entries.length && names.length < 4
      ? `${names.join("、")}，${shape}`
      : `${entries.length}处基地，${shape}`;
  };

  const icon = (entries, more) => {
    const box = make("span", `pin answer ${best(entries)} ${more || ""}`);
    if (entries.length > 1) box.append(make("b", "", String(entries.length)));
    else box.append(mark(entries[0].shape));
    return L.divIcon({ className: "pin-box", iconSize: [32, 32], html: box });
  };
  const hallIcon = () => {
    const box = make("span", "pin hall");
    box.append(make("b", "", "场"));
    return L.divIcon({ className: "pin-box", iconSize: [32, 32], html: box });
  };

  const card = (entry) => {
    const part = make("div", "map-card");
    if (!entry.row) {
      part.append(make("p", "", "正在读……"));
      return part;
    }
    const head = make("p", "map-card-name");
    const link = make("a", "", entry.name);
    link.href = entry.row.querySelector("h3 a").getAttribute("href");
    head.append(link);
    const verdict = make("p", `answer ${entry.shape}`);
    verdict.append(mark(entry.shape), make("span", "", entry.row.querySelector(".verdict [data-word]").textContent));
    const reason = entry.row.querySelector(".verdict [data-why]");
    const why = make("p", "map-card-why", reason ? reason.textContent : "平日开放时间通知未写明");
    const calls = make("p", "map-card-calls");
    entry.row.querySelectorAll(".calls a").forEach((call) => {
      const again = make("a", "", call.textContent.replace(/\s+/g, " ").trim());
      again.href = call.getAttribute("href");
      calls.append(again);
    });
    part.append(head, verdict, why, calls);
    return part;
  };
  const hallCard = (hall) => {
    const part = make("div", "map-card");
    const head = make("p", "map-card-name");
    const link = make("a", "", hall.name);
    link.href = hall.path;
    head.append(link);
    part.append(head);
    if (hall.address) part.append(make("p", "map-card-why", hall.address));
    const list = make("ul", "map-card-list");
    hall.activities.slice(0, 6).forEach(([title, when, path]) => {
      const item = make("li");
      const to = make("a", "", title);
      to.href = path;
      item.append(to, make("span", "", ` ${when}`));
      list.append(item);
    });
    part.append(list);
    if (hall.radius) part.append(make("p", "map-card-about", "大致位置，以地址为准"));
    return part;
  };

  ScienceWeek.openMap = (map, told) => {
    const { atlas } = ScienceWeek;
    const element = map.getContainer();
    const ground = ScienceWeek.ground(map, told);
    document.querySelectorAll("[data-sketch]").forEach((sketch) => {
      sketch.hidden = true;
    });
    document.querySelectorAll("[data-map-note]").forEach((note) => {
      note.hidden = false;
    });

    const stacks = new Map();
    atlas.entries.forEach((entry) => {
      if (!entry.point) return;
      const key = `${entry.point.lat},${entry.point.lon}`;
      if (!stacks.has(key)) stacks.set(key, { entries: [], at: [entry.point.lat, entry.point.lon], marker: null });
      stacks.get(key).entries.push(entry);
      entry.stack = stacks.get(key);
    });
    const wanted = (stack) => stack.entries.filter((entry) => atlas.wanted.has(entry));

    const clusters = L.markerClusterGroup({
      maxClusterRadius: 44,
      showCoverageOnHover: false,
      animate: false,
      spiderfyOnMaxZoom: false,
      chunkedLoading: false,
      disableClusteringAtZoom: 16,
      iconCreateFunction: (cluster) => {
        const number = cluster.getAllChildMarkers().reduce((sum, { options }) => sum + options.number, 0);
        const box = make("span", "pin cluster");
        box.append(make("b", "", String(number)));
        return L.divIcon({ className: "pin-box", iconSize: [40, 40], html: box });
      },
    });
    const name = (marker, text) => {
      if (marker._icon) {
        marker._icon.setAttribute("aria-label", text);
        marker._icon.removeAttribute("title");
      }
    };
    const press = (marker, action) => {
      marker.on("click", action);
      marker.on("keypress", ({ originalEvent }) => {
        if (originalEvent.key === "Enter") action();
      });
    };
    // Leaflet hears Escape only while the map itself has the focus.
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") map.closePopup();
    });
    const build = (stack) => {
      const entries = wanted(stack);
      if (!entries.length) {
        stack.marker = null;
        return null;
      }
      const marker = L.marker(stack.at, { number: entries.length, riseOnHover: true });
      // Drawn when it comes into sight: of ten thousand, a hundred do.
      const plain = marker._initIcon;
      marker._initIcon = function initIcon() {
        if (!this.options.drawn) {
          this.options.drawn = true;
          this.options.icon = icon(entries, entries.includes(atlas.chosen) ? "chosen" : "");
        }
        plain.call(this);
      };
      marker.on("add", () => name(marker, said(entries)));
      press(marker, () => {
        if (entries.length === 1) atlas.choose(entries[0], "map");
        else open(stack);
      });
      stack.marker = marker;
      return marker;
    };
    const fill = () => {
      clusters.clearLayers();
      const markers = [];
      stacks.forEach((stack) => {
        const marker = build(stack);
        if (marker) markers.push(marker);
      });
      clusters.addLayers(markers);
    };

    let popup = null;
    const open = async (stack, first) => {
      const entries = wanted(stack).slice(0, 12);
      await Promise.all(
        Array.from(new Set(entries.filter((entry) => !entry.row).map((entry) => entry.district)), (district) =>
          atlas.rows(district).catch(() => {}),
        ),
      );
      const box = make("div", "map-cards");
      if (wanted(stack).length > 1) box.append(make("p", "map-card-head", `同一地点${wanted(stack).length}处`));
      entries.sort((one, other) => (one === first ? -1 : other === first ? 1 : 0));
      box.append(...entries.map(card));
      if (entries.some((entry) => entry.radius)) box.append(make("p", "map-card-about", "大致位置，以地址为准"));
      show(stack.at, box, stack.marker);
    };
    const show = (at, box, marker) => {
      popup = L.popup({
        maxWidth: 280,
        minWidth: 200,
        maxHeight: Math.max(160, element.clientHeight - 120),
        autoPanPadding: [12, 12],
        offset: [0, -6],
        closeButton: true,
      })
        .setLatLng(at)
        .setContent(box)
        .openOn(map);
      const frame = popup.getElement();
      frame.setAttribute("role", "dialog");
      frame.setAttribute("aria-label", box.querySelector(".map-card-name").textContent);
      const close = frame.querySelector(".leaflet-popup-close-button");
      if (close) close.setAttribute("aria-label", "关闭");
      popup.on("remove", () => {
        if (marker && marker._icon && frame.contains(document.activeElement)) marker._icon.focus();
      });
    };

    const about = L.layerGroup().addTo(map);
    const halls = L.layerGroup().addTo(map);
    atlas.halls.forEach((hall) => {
      const marker = L.marker([hall.lat, hall.lon], { icon: hallIcon() });
      marker.on("add", () => name(marker, `场地：${hall.name}，${hall.activities.length}项活动`));
      press(marker, () => show([hall.lat, hall.lon], hallCard(hall), marker));
      marker.addTo(halls);
    });

    const circle = (at, radius, more) =>
      L.circle(at, { radius, className: `about-line ${more || ""}`, interactive: false }).addTo(about);
    /* The name of a pin, to its right or else to its left. */
    const named = (stack) => {
      const [first, ...others] = wanted(stack);
      if (!first || !first.name) return [];
      const text =
        ((first.row && first.row.dataset.short) || first.name).slice(0, 10) +
        (others.length ? ` 等${others.length + 1}处` : "");
      const long = Array.from(text).reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 13.5 : 7.5), 0);
      return [
        [16, -11],
        [-16 - long, -11],
      ].map((shift) => ({ at: stack.at, text, name: "pin-name", shift }));
    };
    const draw = () => {
      about.clearLayers();
      const bounds = map.getBounds();
      const boxes = [];
      clusters._featureGroup.eachLayer((layer) => {
        const at = map.latLngToContainerPoint(layer.getLatLng());
        const half = layer.getAllChildMarkers ? 19 : 13;
        boxes.push([at.x - half, at.y - half, at.x + half, at.y + half]);
        if (layer._icon && layer.getAllChildMarkers)
          name(
            layer,
            `${layer.getAllChildMarkers().reduce((sum, { options }) => sum + options.number, 0)}处基地，放大看`,
          );
      });
      const seen = [];
      stacks.forEach((stack) => {
        if (stack.marker && stack.marker._map && bounds.contains(stack.at)) seen.push(stack);
      });
      const few = seen.length <= MANY;
      if (few)
        seen.forEach((stack) => {
          const radius = Math.max(...wanted(stack).map((entry) => entry.radius));
          if (radius) circle(stack.at, radius);
        });
      if (atlas.chosen && atlas.chosen.point && atlas.chosen.radius)
        circle(atlas.chosen.stack.at, atlas.chosen.radius, "chosen");
      ground.draw(boxes, few ? seen.map(named) : []);
    };

    const fit = () => {
      const places = [];
      stacks.forEach((stack) => {
        if (wanted(stack).length) places.push(stack.at);
      });
      if (!places.length || !element.clientWidth) return;
      map.fitBounds(L.latLngBounds(places), { padding: [36, 36], maxZoom: 15, animate: false });
      atlas.fitted = true;
    };
    const go = (entry) => {
      if (!entry.stack) {
        map.closePopup();
        return;
      }
      const zoom = Math.max(map.getZoom(), entry.radius > 800 ? 13 : 16);
      map.setView(entry.stack.at, zoom, { animate: false });
      open(entry.stack, entry);
    };

    atlas.on("wanted", (moved) => {
      fill();
      if (moved) fit();
      draw();
    });
    atlas.on("rows", () => draw());
    atlas.on("chosen", (entry, by) => {
      if (!entry) {
        map.closePopup();
        draw();
        return;
      }
      if (element.clientWidth === 0) {
        atlas.tell("hidden", entry);
        return;
      }
      stacks.forEach((stack) => {
        if (stack.marker && stack.marker._icon)
          stack.marker._icon.firstChild.classList.toggle("chosen", stack === entry.stack);
      });
      if (by === "map") open(entry.stack, entry);
      else go(entry);
      draw();
    });
    atlas.on("shown", () => {
      map.invalidateSize();
      if (!atlas.fitted) fit();
      if (atlas.chosen) go(atlas.chosen);
      draw();
    });
    atlas.on("origin", (origin) => {
      if (atlas.here) atlas.here.remove();
      if (origin)
        atlas.here = L.circleMarker([origin.lat, origin.lon], {
          radius: 7,
          className: "origin-mark",
          interactive: false,
        }).addTo(map);
    });

    fill();
    map.addLayer(clusters);
    map.on("moveend zoomend", draw);
    fit();
    draw();
    element.dataset.ready = String(Math.round(performance.now()));
  };
})();
