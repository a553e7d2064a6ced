// "Show as table": loads the rows that a chart draws, and lists them under the chart.

for (const details of document.querySelectorAll("details[data-rows]")) {
  details.addEventListener("toggle", () => fill(details), { once: true });
}

async function fill(details) {
  const place = details.querySelector(".scroll");
  try {
    const answer = await fetch(details.dataset.rows);
    if (!answer.ok) throw new Error(String(answer.status));
    place.replaceChildren(table(await answer.json(), details.dataset.caption));
  } catch {
    place.textContent = "The rows could not be loaded. Reload the page and try again.";
  }
}

function table({ data, columns }, caption) {
  const body = document.createElement("table");
  body.createCaption().textContent = caption;
  body.caption.className = "unseen";
  const head = body.createTHead().insertRow();
  const numbered = columns.map(({ name }) => data.some((row) => typeof row[name] === "number"));
  columns.forEach(({ title }, index) => head.append(cell("th", title, "col", numbered[index])));
  const rows = body.createTBody();
  for (const row of data) {
    const line = rows.insertRow();
    columns.forEach(({ name }, index) => line.append(cell(index ? "td" : "th", row[name], "row", numbered[index])));
    if (row.href) linked(line.cells[0], row.href);
  }
  return body;
}

// What a mark of the chart leads to, its row leads to as well: the way for those who point at nothing.
function linked(place, address) {
  const link = document.createElement("a");
  link.href = address;
  link.append(...place.childNodes);
  place.append(link);
}

function cell(tag, value, scope, isNumber) {
  const made = document.createElement(tag);
  made.textContent = value === null || value === "" ? "–" : value;
  if (tag === "th") made.scope = scope;
  if (isNumber) made.className = "number";
  return made;
}
