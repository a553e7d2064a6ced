// The SQL page: runs the query through the API, shows rows and a quick chart, colours and completes the query.

const form = document.querySelector("form.console");
const editor = form.querySelector("textarea");
const colours = form.querySelector(".colours");
const message = form.querySelector(".message");
const result = document.querySelector(".result");
const quick = document.querySelector(".quick");
const dark = window.matchMedia("(prefers-color-scheme: dark)");

const KEYWORDS = `select from where group by order having limit with as join inner left right full outer on using and or
not in is null like ilike between case when then else end distinct union all desc asc over partition count sum avg min
max median round cast true false nulls last first qualify exists values`.split(/\s+/);
const NAMES = [...document.querySelectorAll(".view code")].map((code) => code.textContent);
const WORDS = [...new Set([...NAMES, ...KEYWORDS])];
const TOKENS = /(--[^\n]*)|('(?:[^']|'')*')|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)/g;
const BARS = 30;

// Each piece goes in as text: a query is never parsed as markup.
function paint() {
  const pieces = [];
  let at = 0;
  for (const found of editor.value.matchAll(TOKENS)) {
    pieces.push(document.createTextNode(editor.value.slice(at, found.index)), coloured(found));
    at = found.index + found[0].length;
  }
  pieces.push(document.createTextNode(`${editor.value.slice(at)}\n`));
  colours.replaceChildren(...pieces);
  colours.scrollTop = editor.scrollTop;
}

function coloured([text, comment, string, number]) {
  const kind = comment ? "comment" : string ? "string" : number ? "number-word" : wordKind(text);
  const piece = document.createElement("span");
  piece.className = kind;
  piece.textContent = text;
  return piece;
}

function wordKind(word) {
  if (KEYWORDS.includes(word.toLowerCase())) return "keyword";
  return NAMES.includes(word) ? "name" : "";
}

function complete(event) {
  const before = editor.value.slice(0, editor.selectionStart);
  const begun = /[A-Za-z_]\w*$/.exec(before)?.[0];
  const fits = begun?.length > 1 && WORDS.find((word) => word.startsWith(begun) && word !== begun);
  if (!fits || editor.selectionStart !== editor.selectionEnd) return;
  event.preventDefault();
  insert(fits.slice(begun.length));
}

function insert(text) {
  editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, "end");
  editor.focus();
  changed();
}

function changed() {
  const query = new URLSearchParams({ q: editor.value });
  document.querySelector("#permalink").href = `/sql?${query}`;
  document.querySelector("#as-csv").href = `/api/v1/sql?format=csv&${query}`;
  paint();
}

async function run() {
  message.textContent = "Running…";
  const answer = await fetch("/api/v1/sql", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ q: editor.value }),
  });
  const body = await answer.json();
  if (!answer.ok) {
    result.hidden = true;
    message.textContent = body.detail || body.title;
    return;
  }
  const more = body.truncated ? " The limit was reached: there are more." : "";
  message.textContent = `${body.data.length.toLocaleString("en")} ${body.data.length === 1 ? "row" : "rows"}.${more}`;
  show(body);
}

function show({ data, columns }) {
  result.hidden = false;
  const [head, rows] = [result.querySelector("thead"), result.querySelector("tbody")];
  head.replaceChildren(line("th", columns.map((column) => column.name)));
  rows.replaceChildren(...data.map((row) => line("td", columns.map((column) => row[column.name]))));
  chart(data, columns);
}

function line(tag, values) {
  const row = document.createElement("tr");
  for (const value of values) {
    const cell = document.createElement(tag);
    cell.textContent = value === null ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value);
    if (typeof value === "number") cell.className = "number";
    if (tag === "th") cell.scope = "col";
    row.append(cell);
  }
  return row;
}

// One column of words and one of numbers make bars; anything else is a table only.
function chart(data, columns) {
  const words = columns.find((column) => data.length && typeof data[0][column.name] === "string")?.name;
  const number = columns.find((column) => data.length && typeof data[0][column.name] === "number")?.name;
  quick.hidden = !words || !number || data.length > BARS;
  if (quick.hidden) return;
  const rows = data.map((row) => ({ words: row[words], number: row[number] }));
  window.vegaEmbed(quick, bars(rows, number), {
    ast: true,
    actions: false,
    renderer: "svg",
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  });
}

function bars(rows, title) {
  const tickMinStep = rows.every((row) => Number.isInteger(row.number)) ? 1 : 0;
  const [ink, bar] = dark.matches ? ["#A9ADB6", "#74B3EE"] : ["#5E636E", "#2468A8"];
  const axis = { labelColor: ink, titleColor: ink, domain: false, ticks: false, grid: false, labelLimit: 160 };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: Math.max(120, quick.clientWidth - 200),
    background: "transparent",
    data: { values: rows },
    mark: { type: "bar", color: bar, cornerRadiusEnd: 3, height: { band: 0.7 } },
    encoding: {
      y: { field: "words", type: "nominal", sort: null, axis: { ...axis, title: null } },
      x: { field: "number", type: "quantitative", axis: { ...axis, title, tickMinStep } },
    },
    config: { font: "Inter, sans-serif", view: { stroke: null } },
  };
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `/sql?${new URLSearchParams({ q: editor.value })}`);
  run();
});
editor.addEventListener("input", changed);
editor.addEventListener("scroll", paint);
editor.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && !event.shiftKey) complete(event);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
for (const button of document.querySelectorAll("[data-sql]")) {
  button.addEventListener("click", () => {
    editor.value = button.dataset.sql;
    changed();
    editor.focus();
  });
}
for (const button of document.querySelectorAll("[data-insert]")) {
  button.addEventListener("click", () => insert(button.dataset.insert));
}
changed();
if (new URLSearchParams(location.search).has("q")) run();
