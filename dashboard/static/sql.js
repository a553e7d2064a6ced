// The SQL page: runs the query through the API, and shows its rows as a table and, where they have a shape, as a chart.

import { chartAddress, dark, drawForPaper, drawn, putDrawing } from "./drawing.js";
import { createEditor } from "./sql_editor.js";

const form = document.querySelector("form.console");
const field = form.querySelector("textarea");
const given = form.querySelector(".parameters");
const message = form.querySelector(".message");
const result = document.querySelector(".result");
const quick = document.querySelector(".quick");
const drawing = document.querySelector(".drawing");
const shortened = document.querySelector(".shortened");
// A table of so few columns leaves room for the chart beside it.
const NARROW = 3;
const DIGITS = 6;
const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/i;
const PARAMETER = /\$([A-Za-z_]\w*)/g;
const known = new URLSearchParams(location.search);
const says = JSON.parse(given.dataset.words);
let values = parsed(known.get("params"));
let editor;
let last;

function parsed(text) {
  try {
    return { ...JSON.parse(text ?? "{}") };
  } catch {
    return {};
  }
}

function parameters() {
  const names = new Set([...field.value.matchAll(PARAMETER)].map(([, name]) => name));
  return Object.fromEntries([...names].map((name) => [name, values[name] ?? ""]));
}

function address(base, more = {}) {
  const params = parameters();
  const query = new URLSearchParams({ ...more, q: field.value });
  if (Object.keys(params).length) query.set("params", JSON.stringify(params));
  return `${base}?${query}`;
}

// Each `$name` of the query gets a field; what was typed into one stays while the query changes.
function askParameters() {
  const names = Object.keys(parameters());
  if (names.join() !== [...given.querySelectorAll("input")].map((input) => input.name).join()) {
    given.replaceChildren(...names.map(parameterField));
  }
}

function parameterField(name) {
  const label = document.createElement("label");
  label.className = "field";
  const words = document.createElement("span");
  words.textContent = says[name] ? `$${name}: ${says[name]}` : `$${name}`;
  const value = values[name] ?? "";
  const input = Object.assign(document.createElement("input"), { name, value, autocomplete: "off" });
  if (document.querySelector(`#choices-${name}`)) input.setAttribute("list", `choices-${name}`);
  input.addEventListener("input", () => {
    values = { ...values, [name]: input.value };
    link();
  });
  label.append(words, input);
  return label;
}

function link() {
  document.querySelector("#permalink").href = address("/sql");
  document.querySelector("#as-csv").href = address("/api/v1/sql", { format: "csv" });
  document.querySelector("#as-json").href = address("/api/v1/sql");
  for (const kind of ["png", "svg"]) {
    document.querySelector(`#as-${kind}`).href = address(`/api/v1/charts/query-result.${kind}`);
  }
}

function changed(text) {
  field.value = text;
  askParameters();
  link();
}

async function run() {
  message.textContent = "Running…";
  message.classList.remove("wrong");
  history.replaceState(null, "", address("/sql"));
  try {
    const answer = await fetch("/api/v1/sql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ q: field.value, params: parameters() }),
    });
    const body = await answer.json();
    if (answer.ok) await show(body);
    else refuse(body.detail || body.title);
  } catch {
    refuse("The server did not answer. Try again.");
  }
}

function refuse(words) {
  result.hidden = true;
  message.classList.add("wrong");
  message.textContent = words;
}

async function show({ data, columns, truncated }) {
  const count = `${data.length.toLocaleString("en")} ${data.length === 1 ? "row" : "rows"}`;
  message.textContent = truncated
    ? `The first ${count}: the query has more than the limit lets through. Group it, or narrow it with where.`
    : `${count}.`;
  result.hidden = false;
  result.querySelector("thead").replaceChildren(line("th", columns, columns.map((column) => column.name)));
  const rows = data.map((row) => line("td", columns, columns.map((column) => row[column.name])));
  result.querySelector("tbody").replaceChildren(...rows);
  shortened.hidden = !result.querySelector("td[title]");
  last = { data, columns };
  await chart();
}

// A fraction is written as far as a reader compares it; what is computed has digits without end.
function isLong(value) {
  return typeof value === "number" && Number(value.toPrecision(DIGITS)) !== value && !Number.isInteger(value);
}

function written(value) {
  if (value === null) return "–";
  if (isLong(value)) return String(Number(value.toPrecision(DIGITS)));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

// A column of numbers stands to the right with its head and its gaps.
function line(tag, columns, cells) {
  const row = document.createElement("tr");
  for (const [index, value] of cells.entries()) {
    const cell = document.createElement(tag);
    cell.textContent = written(value);
    if (isLong(value)) cell.title = String(value);
    if (NUMERIC.test(columns[index].type)) cell.className = "number";
    if (tag === "th") cell.scope = "col";
    row.append(cell);
  }
  return row;
}

// The server says by the columns' types how rows of this shape are drawn, if at all; the rows are here already. The
// place of the chart stands open while it is asked for, so that its width is known.
async function chart() {
  drawing.hidden = !last?.data.length;
  if (drawing.hidden) return;
  result.classList.toggle("narrow", last.columns.length <= NARROW);
  const columns = JSON.stringify(last.columns.map((column) => [column.name, column.type]));
  const asked = new URLSearchParams({ columns, rows: last.data.length, q: field.value });
  const { data } = last;
  const place = `/api/v1/charts/query-result.json?${asked}`;
  const specFrom = async (theme, width = quick.clientWidth) => {
    const answer = await fetch(chartAddress(place, width, theme));
    return answer.status === 200 && { ...(await answer.json()), data: { values: data } };
  };
  const spec = await specFrom();
  drawing.hidden = !spec;
  if (!spec) return;
  const { target } = await drawn(spec);
  putDrawing(quick, target);
  drawForPaper(quick, specFrom);
}

async function start() {
  const schema = await (await fetch("/api/v1/schema")).json();
  const [host, label] = [form.querySelector(".editor"), "Query"];
  field.hidden = true;
  editor = createEditor({ host, text: field.value, label, views: schema.data, run, changed });
  changed(field.value);
  if (!known.has("q") && !known.has("saved")) return;
  if (Object.values(parameters()).includes("")) message.textContent = "Fill in what the query asks for, then run it.";
  else await run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
function takeName(name) {
  editor.insert(name);
  editor.focus();
}

for (const button of document.querySelectorAll("[data-insert]")) {
  button.addEventListener("click", () => takeName(button.dataset.insert));
}
dark.addEventListener("change", chart);
start().finally(() => {
  document.body.dataset.ready = "true";
});
