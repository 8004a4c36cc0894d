/* The pins on their ground: one a place, in clusters where they crowd. Called by basemap.js. What lies outside is 5-edges.js.

   Nobody gets nearer than the circle of doubt of what is seen allows: it would be blank paper with a false promise on it. */
(() => {
  "use strict";
  const MANY = 80; // pins in sight, beyond which they have neither names nor circles
  const MOST = 12; // of those at one place that open at once
  const NEAREST = 18;
  const METRES = 156543.03; // of a pixel on the equator, at zoom 0

  ScienceWeek.openMap = (map, told) => {
    const { atlas, pins, cards } = ScienceWeek;
    const element = map.getContainer();
    const ground = ScienceWeek.ground(map, told);
    const turns = document.querySelector("[data-map-switch]");
    /* Whether list and map are seen at once: else rows stand under the map, and nothing covers it. */
    const isBeside = () => !turns.getClientRects().length;

    const stacks = [];
    const known = new Map();
    atlas.entries.forEach((entry) => {
      if (!entry.point) return;
      const key = `${entry.point.lat},${entry.point.lon}`;
      if (!known.has(key)) {
        const stack = { entries: [], at: L.latLng(entry.point.lat, entry.point.lon), marker: null };
        known.set(key, stack);
        stacks.push(stack);
      }
      entry.stack = known.get(key);
      entry.stack.entries.push(entry);
    });
    const isShown = (entry) => atlas.wanted.has(entry) || atlas.perhaps.has(entry) || entry === atlas.chosen;
    const shown = (stack) => stack.entries.filter(isShown).sort((one, other) => one.place - other.place);
    const live = () => stacks.filter(({ marker }) => marker);
    const doubt = (stack) => Math.max(0, ...shown(stack).map(({ radius }) => radius));

    /* The zoom at which the smallest circle of doubt among *some* fills the frame. */
    const ceiling = (some) => {
      const radius = Math.min(...some.map(doubt));
      if (!some.length || !radius) return NEAREST;
      const size = map.getSize();
      const wide = Math.min(size.x, size.y) * METRES * Math.cos((some[0].at.lat * Math.PI) / 180);
      return Math.min(NEAREST, Math.floor(Math.log2(wide / (2 * radius)) * 4) / 4);
    };
    const nearest = () => {
      const middle = map.getCenter();
      return live().sort((one, other) => middle.distanceTo(one.at) - middle.distanceTo(other.at))[0];
    };
    let top = NEAREST;
    const plainLimit = map._limitZoom;
    map._limitZoom = function limitZoom(zoom) {
      return Math.min(plainLimit.call(this, zoom), Math.max(top, this._zoom || 0));
    };
    const go = (at, zoom) => {
      top = NEAREST;
      map.setView(at, zoom, { animate: false });
    };
    const fit = (some = live(), more = []) => {
      if (!some.length || !element.clientWidth) return;
      top = NEAREST;
      const places = [...some.map(({ at }) => at), ...more];
      map.fitBounds(L.latLngBounds(places), {
        padding: [40, 40],
        maxZoom: Math.min(15, ceiling(some)),
        animate: false,
      });
      atlas.fitted = true;
    };

    const clusters = L.markerClusterGroup({
      maxClusterRadius: 54,
      showCoverageOnHover: false,
      zoomToBoundsOnClick: false,
      animate: false,
      spiderfyOnMaxZoom: false,
      chunkedLoading: false,
      disableClusteringAtZoom: 16,
      iconCreateFunction: (cluster) => pins.cluster(within(cluster)),
    });
    const within = (cluster) => cluster.getAllChildMarkers().flatMap(({ options }) => options.entries);
    const name = (marker, text) => {
      if (!marker._icon) return;
      marker._icon.setAttribute("aria-label", text);
      marker._icon.removeAttribute("title");
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
    const looks = (entries) =>
      [
        entries.every((entry) => !atlas.wanted.has(entry)) ? "perhaps" : "",
        entries.length > 1 && entries.some(({ radius }) => radius) ? "rough" : "",
      ].join(" ");
    const build = (stack) => {
      const entries = shown(stack);
      stack.marker = null;
      if (!entries.length) return;
      const marker = L.marker(stack.at, { entries, riseOnHover: true });
      // Drawn when it comes into sight: of ten thousand, a hundred do.
      const plain = marker._initIcon;
      marker._initIcon = function initIcon() {
        if (!this.options.drawn) {
          this.options.drawn = true;
          this.options.icon = pins.icon(entries, looks(entries));
        }
        plain.call(this);
      };
      marker.on("add", () => {
        name(marker, pins.said(entries));
        mark();
      });
      marker.on("mouseover", () => atlas.light(entries[0]));
      marker.on("mouseout", () => atlas.light(null));
      press(marker, () => {
        if (entries.length === 1) {
          if (!isBeside()) atlas.picked = entries;
          atlas.choose(entries[0], "map");
        } else open(stack);
      });
      stack.marker = marker;
    };
    const fill = () => {
      clusters.clearLayers();
      stacks.forEach(build);
      clusters.addLayers(live().map(({ marker }) => marker));
    };
    /* The pin of the row that is chosen, or pointed at; or the cluster that it is in. */
    const mark = () => {
      element.querySelectorAll(".pin:is(.chosen, .lit)").forEach((pin) => {
        pin.classList.remove("chosen", "lit");
      });
      [
        [atlas.chosen, "chosen"],
        [atlas.lit, "lit"],
      ].forEach(([entry, look]) => {
        const marker = entry && entry.stack && entry.stack.marker;
        const seen = marker && clusters.getVisibleParent(marker);
        if (seen && seen._icon) seen._icon.firstChild.classList.add(look);
      });
    };

    const pick = (entries) => {
      atlas.picked = entries;
      atlas.tell("picked");
    };
    const read = (entries) =>
      Promise.all(entries.filter((entry) => !entry.row).map((entry) => atlas.rows(entry).catch(() => {})));
    const open = async (stack, first) => {
      const all = shown(stack);
      const entries = all.slice(0, MOST).sort((one, other) => (one === first ? -1 : other === first ? 1 : 0));
      await read(entries);
      if (!isBeside()) {
        pick(entries);
        return;
      }
      const box = pins.make("div", "map-cards");
      if (all.length > 1) box.append(pins.make("p", "map-card-head", pins.shared(all)));
      box.append(...entries.map(cards.base));
      if (entries.some(({ radius }) => radius)) box.append(pins.make("p", "map-card-about", "大致位置，以地址为准"));
      pop(stack.at, box, stack.marker);
    };
    const pop = (at, box, marker) => {
      const popup = L.popup({
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
      frame.setAttribute("aria-label", (box.querySelector(".map-card-name, .map-card-head") || box).textContent);
      const close = frame.querySelector(".leaflet-popup-close-button");
      if (close) close.setAttribute("aria-label", "关闭");
      popup.on("remove", () => {
        if (marker && marker._icon && frame.contains(document.activeElement)) marker._icon.focus();
      });
    };
    /* Nearer, until the cluster opens; where nearer would show no more, those in it are listed. */
    const unfold = async ({ layer: cluster }) => {
      const some = cluster.getAllChildMarkers().map(({ options }) => options.entries[0].stack);
      const before = map.getZoom();
      const least = Math.max(before + 0.5, map.getBoundsZoom(cluster.getBounds(), false, L.point(80, 80)));
      if (before < ceiling(some)) {
        go(cluster.getBounds().getCenter(), Math.min(ceiling(some), least));
        return;
      }
      const entries = within(cluster).sort((one, other) => one.place - other.place);
      if (!isBeside()) {
        await read(entries.slice(0, MOST));
        pick(entries.slice(0, MOST));
        return;
      }
      const head = pins.make("p", "map-card-head", `这${entries.length}处的位置只知道大概`);
      const list = cards.names(entries, (entry) => atlas.choose(entry, "map"));
      pop(cluster.getLatLng(), pins.make("div", "map-cards", head, list));
    };
    clusters.on("clusterclick", unfold);
    clusters.on("clusterkeypress", (event) => {
      if (event.originalEvent.key === "Enter") unfold(event);
    });

    const about = L.layerGroup().addTo(map);
    const halls = L.layerGroup().addTo(map);
    atlas.halls.forEach((hall) => {
      const marker = L.marker([hall.lat, hall.lon], { icon: pins.hall() });
      marker.on("add", () => name(marker, `场地：${hall.name}，${hall.number}项活动`));
      press(marker, () => pop([hall.lat, hall.lon], cards.hall(hall), marker));
      marker.addTo(halls);
    });

    const circle = (at, radius, more) =>
      L.circle(at, { radius, className: `about-line ${more || ""}`, interactive: false }).addTo(about);
    /* The name of a pin, to its right or else to its left. */
    const named = (stack) => {
      const [first, ...others] = shown(stack);
      if (!first || !first.name || others.length) return [];
      const text = (first.short || first.name).slice(0, 10);
      const long = Array.from(text).reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 13.5 : 7.5), 0);
      return [
        [18, -9],
        [-18 - long, -9],
      ].map((shift) => ({ at: stack.at, text, name: "pin-name", shift }));
    };
    const draw = () => {
      if (!element.clientWidth) return;
      about.clearLayers();
      const bounds = map.getBounds();
      const boxes = [];
      clusters._featureGroup.eachLayer((layer) => {
        const at = map.latLngToContainerPoint(layer.getLatLng());
        const [wide, high] = layer.getAllChildMarkers ? [27, 20] : [15, 14];
        boxes.push([at.x - wide, at.y - high, at.x + wide, at.y + high]);
        if (layer._icon && layer.getAllChildMarkers) name(layer, `${pins.said(within(layer))}，放大看`);
      });
      const seen = live().filter(({ at }) => bounds.contains(at));
      const single = seen.filter(({ marker }) => marker._map);
      const few = single.length <= MANY;
      if (few)
        single.forEach((stack) => {
          if (doubt(stack)) circle(stack.at, doubt(stack));
        });
      if (atlas.chosen && atlas.chosen.stack && atlas.chosen.radius)
        circle(atlas.chosen.stack.at, atlas.chosen.radius, "chosen");
      boxes.push(...edges.draw(live(), shown));
      ground.draw(boxes, few ? single.map(named) : []);
      const closest = nearest();
      top = ceiling(seen.length ? seen : closest ? [closest] : []);
      deeds.in.disabled = map.getZoom() >= Math.min(top, NEAREST);
      deeds.out.disabled = map.getZoom() <= map.getMinZoom();
      mark();
    };
    const edges = ScienceWeek.edges(map, (some) => fit(some));

    const deeds = {};
    document.querySelectorAll("[data-map-buttons] [data-deed]").forEach((button) => {
      deeds[button.dataset.deed] = button;
    });
    /* Nearer to what there is: where the middle of the frame would be blank, to the nearest pin. */
    const closer = () => {
      const zoom = Math.min(map.getZoom() + 1, top);
      const half = map.getSize().divideBy(2).subtract([24, 24]);
      const middle = map.project(map.getCenter(), zoom);
      const isSeen = ({ at }) => {
        const off = map.project(at, zoom).subtract(middle);
        return Math.abs(off.x) < half.x && Math.abs(off.y) < half.y;
      };
      const kept = atlas.chosen && atlas.chosen.stack;
      const target = kept && map.getBounds().contains(kept.at) ? kept : nearest();
      const isBlank = kept === target && kept ? !isSeen(kept) : !live().some(isSeen);
      go(target && isBlank ? target.at : map.getCenter(), zoom);
    };
    const home = () => {
      const from = L.latLng(atlas.origin.lat, atlas.origin.lon);
      const near = live()
        .sort((one, other) => from.distanceTo(one.at) - from.distanceTo(other.at))
        .slice(0, 3);
      fit(near, [from]);
    };
    deeds.all.addEventListener("click", () => fit());
    deeds.me.addEventListener("click", () => (atlas.origin ? home() : atlas.tell("locate")));
    deeds.in.addEventListener("click", closer);
    deeds.out.addEventListener("click", () => map.zoomOut(1, { animate: false }));

    /* On a screen for fingers one of them moves the page, two the map. */
    if (matchMedia("(pointer: coarse)").matches) {
      map.dragging.disable();
      const hint = pins.make("p", "map-hint", "用两个手指移动地图");
      hint.setAttribute("aria-hidden", "true");
      element.append(hint);
      let pause;
      element.addEventListener(
        "touchmove",
        ({ touches }) => {
          hint.classList.toggle("seen", touches.length === 1);
          clearTimeout(pause);
          pause = setTimeout(() => hint.classList.remove("seen"), 900);
        },
        { passive: true },
      );
    }

    const turn = (entry) => {
      if (!entry.stack) {
        map.closePopup();
        return;
      }
      go(entry.stack.at, Math.min(ceiling([entry.stack]), Math.max(map.getZoom(), entry.radius > 800 ? 13 : 16)));
      open(entry.stack, entry);
    };
    let last = null;
    const chosen = (entry, by) => {
      last = entry;
      if (!entry || by === "row") {
        map.closePopup();
        if (entry && entry.stack && !map.getBounds().contains(entry.stack.at)) map.panTo(entry.stack.at);
      } else if (by === "map" && entry.stack) open(entry.stack, entry);
      else turn(entry);
      draw();
    };
    atlas.on("chosen", (entry, by) => {
      // What fits no filter has a pin while it is chosen; the others keep theirs, and the focus.
      if ([entry, last].some((one) => one && !atlas.wanted.has(one) && !atlas.perhaps.has(one))) fill();
      if (element.clientWidth) chosen(entry, by);
    });
    atlas.on("wanted", (moved) => {
      fill();
      if (moved) fit();
      draw();
    });
    atlas.on("lit", mark);
    atlas.on("rows", draw);
    atlas.on("shown", () => {
      map.invalidateSize();
      if (!atlas.fitted) fit();
      if (atlas.chosen && atlas.chosen !== last) chosen(atlas.chosen, "address");
      else draw();
    });
    let here = null;
    const locate = (origin) => {
      if (here) here.remove();
      here = null;
      if (!origin) return;
      here = L.marker([origin.lat, origin.lon], {
        interactive: false,
        keyboard: false,
        icon: L.divIcon({
          className: "origin-mark",
          iconSize: [28, 28],
          html: pins.make("span", "", pins.make("b", "", origin.word)),
        }),
      }).addTo(map);
      if (element.clientWidth) home();
    };
    atlas.on("origin", locate);

    fill();
    map.addLayer(clusters);
    map.on("moveend zoomend", draw);
    fit();
    if (atlas.origin) locate(atlas.origin);
    if (atlas.chosen && element.clientWidth) chosen(atlas.chosen, "address");
    draw();
    element.dataset.ready = String(Math.round(performance.now()));
  };
})();
