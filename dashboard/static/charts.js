// Draws every chart of the page from its spec, and again when the width or the colour scheme changes.

import { chartAddress, dark, drawForPaper, drawn, putDrawing } from "./drawing.js";

const plots = [...document.querySelectorAll("[data-chart]")];
const asked = new WeakMap();

// A chart in a folded part is drawn when the part unfolds, and one without any width (of a window that is being put
// away) when it has one again.
async function draw(plot) {
  if (plot.closest("details:not([open])") || !plot.clientWidth) return undefined;
  const address = chartAddress(plot.dataset.chart, plot.clientWidth);
  if (asked.get(plot)?.address === address) return asked.get(plot).done;
  const done = embed(plot, address);
  asked.set(plot, { address, done });
  return done;
}

async function specAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
}

async function embed(plot, address) {
  const { target } = await drawn(await specAt(address));
  if (asked.get(plot)?.address !== address) return;
  if (plot.classList.contains("walked")) target.querySelector("svg").removeAttribute("aria-hidden");
  plot.dataset.theme = new URL(address).searchParams.get("theme");
  // Who walks the marks goes on walking them in the new drawing.
  const hadFocus = plot.contains(document.activeElement);
  putDrawing(plot, target);
  if (!plot.querySelector(":scope > .for-paper")) {
    drawForPaper(plot, (theme, width) => specAt(chartAddress(plot.dataset.chart, width, theme)));
  }
  plot.dispatchEvent(new CustomEvent("drawn", { bubbles: true, detail: { hadFocus } }));
}

function fail(plot) {
  const words = document.createElement("p");
  words.className = "caption";
  words.textContent = "The chart could not be drawn. The table below holds the same rows.";
  plot.replaceChildren(words);
}

async function drawAll() {
  await Promise.all([document.fonts.load("400 13px Inter"), document.fonts.load("600 13px Inter")]);
  // The first chart of the page is not held up by those below it.
  const drawOrTell = (plot) => draw(plot).catch(() => fail(plot));
  await Promise.all(plots.slice(0, 1).map(drawOrTell));
  await Promise.all(plots.slice(1).map(drawOrTell));
  document.body.dataset.ready = "true";
}

let waiting;
function drawSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(drawAll, 120);
}

dark.addEventListener("change", drawAll);
document.addEventListener("toggle", (event) => event.target.matches(".fold, .all-pairs") && drawAll(), true);
window.addEventListener("resize", drawSoon);
drawAll();
