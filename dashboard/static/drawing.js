// How Vega draws on these pages: without eval (the interpreter reads parsed expressions) and without injected style
// sheets, since the pages' policy allows neither.

const WIDTH_STEP = 20;
const OPTIONS = {
  ast: true,
  actions: false,
  renderer: "svg",
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

export const dark = window.matchMedia("(prefers-color-scheme: dark)");

// The address of a chart for the width at hand, rounded so that few specs serve all screens, and the colour scheme.
export function chartAddress(address, width) {
  const full = new URL(address, location.href);
  full.searchParams.set("theme", dark.matches ? "dark" : "light");
  full.searchParams.set("width", String(Math.floor(width / WIDTH_STEP) * WIDTH_STEP));
  return full.href;
}

// Draws a spec into a new element and gives the element: the caller puts it where it belongs.
export async function drawn(spec) {
  const target = document.createElement("div");
  const { view } = await window.vegaEmbed(target, spec, OPTIONS);
  target.querySelector("svg")?.setAttribute("aria-hidden", "true");
  return { target, view };
}
