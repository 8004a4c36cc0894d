// A draft is looked at with the keyboard: from one doubtful value to the next, accepted, put right, or left as it was.
const told = document.querySelector(".told");
const output = document.querySelector("output");
let now = null;

const waiting = () => [...document.querySelectorAll("dl > .d")];

function at(row) {
  for (const other of document.querySelectorAll(".now")) other.classList.remove("now");
  now = row;
  if (!row) return;
  row.classList.add("now");
  for (const mark of document.querySelectorAll("mark[data-of]")) {
    if (mark.dataset.of.split(" ").includes(row.id)) mark.classList.add("now");
  }
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
}

function count() {
  const left = waiting().length;
  output.textContent = left ? `还剩 ${left} 个要看` : "都看过了";
  for (const of of document.querySelectorAll(".of")) {
    of.querySelector(".left").textContent = of.querySelectorAll("dl > .d").length;
  }
}

function step(by) {
  const rows = waiting();
  if (!rows.length) return at(null);
  const place = rows.indexOf(now);
  at(rows[place < 0 ? (by > 0 ? 0 : rows.length - 1) : (place + by + rows.length) % rows.length]);
}

async function send(what, answer) {
  const response = await fetch(`/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Review": document.body.dataset.token },
    body: JSON.stringify(answer),
  }).catch(() => null);
  const words = response ? await response.text() : "预览已经停了。请再运行 invoke review。";
  told.textContent = words;
  told.classList.toggle("bad", !response?.ok);
  return Boolean(response?.ok);
}

function settle(row, shown) {
  const rows = waiting();
  const next = rows[rows.indexOf(row) + 1] ?? rows.find((one) => one !== row) ?? null;
  if (shown !== undefined) row.querySelector(".value").textContent = shown;
  row.className = "ok";
  row.querySelector(".st").textContent = "看过了";
  for (const gone of row.querySelectorAll(".keys, form, dd > small")) gone.remove();
  for (const mark of document.querySelectorAll("mark.d")) {
    const open = mark.dataset.of.split(" ").some((id) => document.getElementById(id)?.classList.contains("d"));
    mark.classList.toggle("d", open);
  }
  count();
  at(next);
}

async function accept(row) {
  const { id, field } = row.dataset;
  if (await send("accept", { id, field })) settle(row);
}

async function drop(row) {
  const { id, field } = row.dataset;
  if ("proposed" in row.dataset && (await send("drop", { id, field }))) settle(row, "照原来的");
}

function correct(row) {
  if (row.querySelector("form")) return row.querySelector("input").focus();
  const form = document.createElement("form");
  form.innerHTML =
    '<input aria-label="改成" autocomplete="off"><button>写进去 <kbd>Enter</kbd></button><button type="button">算了 <kbd>Esc</kbd></button>';
  const field = form.querySelector("input");
  field.value = row.querySelector(".value").textContent;
  const close = () => {
    form.remove();
    row.focus();
  };
  form.lastElementChild.addEventListener("click", close);
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = { id: row.dataset.id, field: row.dataset.field, value: field.value };
    if (await send("correct", answer)) settle(row, field.value || "（空着）");
  });
  row.querySelector("dd").append(form);
  field.focus();
  field.select();
}

const keys = { j: () => step(1), k: () => step(-1), a: accept, e: correct, x: drop };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, button")) return;
  const name = event.key === "Enter" ? "a" : event.key === "ArrowDown" ? "j" : event.key === "ArrowUp" ? "k" : event.key;
  const key = keys[name.toLowerCase()];
  if (!key || (key.length && !now)) return;
  event.preventDefault();
  key(now);
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  const row = event.target.closest("dl > div");
  if (button?.className === "accept-all") {
    const name = button.closest(".of").dataset.name;
    if (await send("accept", { id: name, field: "" })) location.reload();
  } else if (button && row && button.closest(".keys")) {
    at(row);
    ({ accept, correct, drop })[button.className](row);
  } else if (row?.classList.contains("d") && !button && !event.target.closest("form")) at(row);
});

count();
step(1);
