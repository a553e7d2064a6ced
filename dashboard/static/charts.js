// Draws every chart of the page from its spec, and again when the width or the colour scheme changes.

const WIDTH_STEP = 20;
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const plots = [...document.querySelectorAll("[data-chart]")];
const drawn = new WeakMap();

// No eval (the interpreter reads the parsed expressions) and no injected style sheet: the page's policy allows neither.
const OPTIONS = {
  ast: true,
  actions: false,
  renderer: "svg",
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

function addressFor(plot) {
  const address = new URL(plot.dataset.chart, location.href);
  const width = Math.floor(plot.clientWidth / WIDTH_STEP) * WIDTH_STEP;
  address.searchParams.set("theme", dark.matches ? "dark" : "light");
  address.searchParams.set("width", String(width));
  return address.href;
}

async function draw(plot) {
  const address = addressFor(plot);
  if (drawn.get(plot)?.address === address) return drawn.get(plot).done;
  const done = embed(plot, address);
  drawn.set(plot, { address, done });
  return done;
}

async function embed(plot, address) {
  const answer = await fetch(address);
  if (!answer.ok) return fail(plot);
  const spec = await answer.json();
  if (drawn.get(plot)?.address !== address) return;
  const target = document.createElement("div");
  await window.vegaEmbed(target, spec, OPTIONS);
  target.querySelector("svg")?.setAttribute("aria-hidden", "true");
  if (drawn.get(plot)?.address === address) plot.replaceChildren(target);
}

function fail(plot) {
  const words = document.createElement("p");
  words.className = "caption";
  words.textContent = "The chart could not be drawn. The table below holds the same rows.";
  plot.replaceChildren(words);
}

async function drawAll() {
  await Promise.all([document.fonts.load("400 13px Inter"), document.fonts.load("600 13px Inter")]);
  await Promise.all(plots.map((plot) => draw(plot).catch(() => fail(plot))));
  document.body.dataset.ready = "true";
}

let waiting;
function drawSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(drawAll, 120);
}

dark.addEventListener("change", drawAll);
window.addEventListener("resize", drawSoon);
drawAll();
