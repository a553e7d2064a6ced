// How Vega draws on these pages: without eval (the interpreter reads parsed expressions) and without injected style
// sheets, since the pages' policy allows neither.

const WIDTH_STEP = 20;
// What a sheet of A4 has between its margins and those of a card.
const PAPER_WIDTH = 640;
const OPTIONS = {
  ast: true,
  actions: false,
  renderer: "svg",
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

// A drawing is made smaller for its sheet down to this share: below it, its letters would be too small to read.
const SMALLEST = 0.7;

export const dark = window.matchMedia("(prefers-color-scheme: dark)");

// The address of a chart for the width at hand, rounded so that few specs serve all screens, and the colour scheme.
export function chartAddress(address, width, theme = dark.matches ? "dark" : "light") {
  const full = new URL(address, location.href);
  full.searchParams.set("theme", theme);
  full.searchParams.set("width", String(Math.floor(width / WIDTH_STEP) * WIDTH_STEP));
  return full.href;
}

// Draws a spec into a new element and gives the element: the caller puts it where it belongs.
export async function drawn(spec) {
  const target = document.createElement("div");
  await window.vegaEmbed(target, spec, OPTIONS);
  target.querySelector("svg")?.setAttribute("aria-hidden", "true");
  return { target };
}

// Paper is light and narrow, and printing waits for no chart: each has a drawing for paper beside it, made when the
// browser has nothing else to do and seen in print only. Until it is made the one before stays, so that a page printed
// meanwhile shows no dark drawing. The drawing on the screen is not touched: taken out and put back, it would lose the
// focus of who walks its marks.
export function drawForPaper(plot, specFrom) {
  const shown = plot.firstElementChild;
  requestIdleCallback(async () => {
    const target = await drawnForSheet(specFrom, Number(plot.dataset.sheet));
    if (plot.firstElementChild !== shown) return;
    target.className = "for-paper";
    for (const earlier of plot.querySelectorAll(":scope > .for-paper")) earlier.remove();
    shown.after(target);
  });
}

// A drawing that is higher than its place on the sheet is made as small as that place, where it stays legible: drawn so
// much wider before that it still fills the sheet from side to side.
async function drawnForSheet(specFrom, room) {
  const { target } = await drawn(await specFrom("light", PAPER_WIDTH));
  const share = room / sidesOf(target)[1];
  if (!(share >= SMALLEST && share < 1)) return target;
  const wider = (await drawn(await specFrom("light", PAPER_WIDTH / share))).target;
  const [width, height] = sidesOf(wider);
  const drawing = wider.querySelector("svg");
  drawing.setAttribute("width", width * share);
  drawing.setAttribute("height", height * share);
  return wider;
}

function sidesOf(target) {
  const drawing = target.querySelector("svg");
  return ["width", "height"].map((side) => Number(drawing.getAttribute(side)));
}

// Puts a drawing into its place, beside the one for paper where there is one.
export function putDrawing(plot, target) {
  plot.replaceChildren(target, ...plot.querySelectorAll(":scope > .for-paper"));
}
