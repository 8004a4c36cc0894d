// A draft is looked at with the keyboard: from one doubtful value to the next, accepted, put right, or left as it was.
// A file on its own has nobody who writes: there the decisions become commands.
const token = document.body.dataset.token;
const commands = [];
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

const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

function command(what, { id, field, value }) {
  if (what === "undo") commands.pop();
  else {
    const more = { accept: "", drop: " --drop", correct: ` --value ${quoted(value ?? "")}` }[what];
    commands.push(`invoke accept ${quoted(id)}${field ? ` --field ${field}` : ""}${more}`);
  }
  const list = document.querySelector(".commands");
  list.hidden = !commands.length;
  list.querySelector("textarea").value = commands.join("\n");
  told.textContent = "记在下面的命令里了。";
  return true;
}

async function send(what, answer) {
  if (!token) return command(what, answer);
  const response = await fetch(`/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Review": token },
    body: JSON.stringify(answer),
  }).catch(() => null);
  const words = response ? await response.text() : "预览已经停了。请再运行 invoke review。";
  told.textContent = words;
  told.classList.toggle("bad", !response?.ok);
  return Boolean(response?.ok);
}

// What was decided, each with its rows as they were: the latest last. The server knows of what was decided before a reload too.
const decided = [];
const undoing = document.querySelector(".undo");
undoing.hidden = !("undo" in document.body.dataset);

function remember(rows) {
  decided.push(rows.map((row) => ({ row, was: row.innerHTML })));
  undoing.hidden = false;
}

function settle(row, shown) {
  const rows = waiting();
  remember([row]);
  const next = rows[rows.indexOf(row) + 1] ?? rows.find((one) => one !== row) ?? null;
  if (shown !== undefined) row.querySelector(".value").textContent = shown;
  row.className = "ok";
  row.querySelector(".st").textContent = "看过了";
  for (const gone of row.querySelectorAll(`.keys, .choices, form, small${shown === undefined ? ":not(.meant)" : ""}`)) gone.remove();
  remark();
  count();
  at(next);
}

function remark() {
  for (const mark of document.querySelectorAll("mark[data-of]")) {
    const open = mark.dataset.of.split(" ").some((id) => document.getElementById(id)?.classList.contains("d"));
    mark.classList.toggle("d", open);
  }
}

async function undo() {
  if (undoing.hidden || !(await send("undo", {}))) return;
  const last = decided.pop();
  if (!last) return location.reload();
  undoing.hidden = !decided.length && !("undo" in document.body.dataset);
  for (const { row, was } of last) {
    row.innerHTML = was;
    row.querySelector("form")?.remove();
    row.className = "d";
  }
  for (const button of document.querySelectorAll(".accept-all")) button.disabled = false;
  remark();
  count();
  at(last[0]?.row ?? null);
}

async function choose(row, button) {
  if (!button) return;
  const value = button.dataset.value;
  const answer = { id: row.dataset.id, field: row.dataset.field, value };
  if (await send("correct", answer)) settle(row, button.lastChild.textContent.trim());
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

const keys = { j: () => step(1), k: () => step(-1), a: accept, e: correct, x: drop, z: undo };
for (const digit of "123456789") keys[digit] = (row) => choose(row, row?.querySelectorAll(".choice")[Number(digit) - 1]);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, button")) return;
  const name = event.key === "Enter" ? "a" : event.key === "ArrowDown" ? "j" : event.key === "ArrowUp" ? "k" : event.key;
  const key = keys[name.toLowerCase()];
  if (!key || (key.length && !now && key !== undo)) return;
  event.preventDefault();
  key(now);
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  const row = event.target.closest("dl > div");
  if (button?.className === "accept-all") {
    const of = button.closest(".of");
    if (!(await send("accept", { id: of.dataset.name, field: "" }))) return;
    if (token) return location.reload();
    const rows = [...of.querySelectorAll("dl > .d")];
    remember(rows);
    for (const row of rows) row.className = "ok";
    button.disabled = true;
    remark();
    count();
  } else if (button === undoing) undo();
  else if (button?.className === "choice") choose(row, button);
  else if (button && row && button.closest(".keys")) {
    at(row);
    ({ accept, correct, drop })[button.className](row);
  } else if (row?.classList.contains("d") && !button && !event.target.closest("form")) at(row);
});

count();
step(1);
