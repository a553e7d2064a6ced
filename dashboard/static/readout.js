// Charts whose marks can be walked: the arrow keys go from mark to mark. What a mark says stands below the chart, where
// there is a line for it; a mark that leads somewhere is a link, which Enter follows.

const SELECTOR = ":scope > :not(.for-paper) path[aria-label]";

// The mark of each chart at which the walk stands, by what it says: a new drawing has another mark in its place.
const places = new WeakMap();

for (const plot of document.querySelectorAll(".plot.walked")) {
  plot.addEventListener("drawn", (event) => open(plot, event.detail.hadFocus));
}

function open(plot, hadFocus) {
  const readout = plot.parentElement.querySelector(".readout");
  const marks = [...plot.querySelectorAll(SELECTOR)];
  // Vega names every group by all that is in it: only the plot and its marks have a name.
  for (const group of plot.querySelectorAll(":is(div, svg, g)[role^=graphics-]")) {
    group.setAttribute("role", "none");
    for (const told of ["aria-label", "aria-roledescription"]) group.removeAttribute(told);
  }
  const place = placeOf(plot, marks);
  for (const mark of marks) {
    mark.setAttribute("tabindex", mark === place ? "0" : "-1");
    mark.setAttribute("role", plot.dataset.marks ?? "img");
    const tell = () => {
      if (readout) readout.textContent = mark.getAttribute("aria-label");
    };
    mark.addEventListener("focus", tell);
    mark.addEventListener("focus", () => places.set(plot, mark.getAttribute("aria-label")));
    mark.addEventListener("mouseenter", tell);
    mark.addEventListener("keydown", (event) => walk(event, mark, marks));
  }
  if (hadFocus) place?.focus({ preventScroll: true });
}

function placeOf(plot, marks) {
  return marks.find((mark) => mark.getAttribute("aria-label") === places.get(plot)) ?? marks[0];
}

function walk(event, from, marks) {
  if (event.key === "Enter") from.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = nearest(from, step, marks);
  if (!next) return;
  from.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

// The nearest mark in the direction of the key, in the same row or column.
function nearest(from, [across, down], marks) {
  const here = from.getBoundingClientRect();
  const ahead = marks
    .map((mark) => ({ mark, box: mark.getBoundingClientRect() }))
    .map(({ mark, box }) => ({ mark, x: box.x - here.x, y: box.y - here.y }))
    .filter(({ x, y }) => (across ? Math.abs(y) < 2 && x * across > 2 : Math.abs(x) < 2 && y * down > 2));
  return ahead.sort((a, b) => Math.abs(a.x + a.y) - Math.abs(b.x + b.y))[0]?.mark;
}
