// A text with its margin: pointing at a claim, or walking to it, lights what the margin says of it, and the other way.

const PAIRS = { claim: "margin", figure: "answer" };

function partner(element) {
  const [, kind, rest] = /^(\w+)-(.+)$/.exec(element.id) ?? [];
  const other = PAIRS[kind] ?? Object.keys(PAIRS).find((name) => PAIRS[name] === kind);
  const found = other && document.getElementById(`${other}-${rest}`);
  return found?.closest("li") ?? found;
}

// A margin longer than the screen scrolls in its place; the text stays where its reader is.
function showWithin(margin, note) {
  const room = margin.getBoundingClientRect();
  const box = note.getBoundingClientRect();
  const below = box.bottom - Math.min(room.bottom, window.innerHeight);
  margin.scrollTop += Math.min(0, box.top - room.top) || Math.max(0, below);
}

function tie(element) {
  const other = partner(element);
  if (!other) return;
  const light = (isLit) => {
    for (const each of [element, other]) each.classList.toggle("lit", isLit);
  };
  for (const begins of ["mouseenter", "focusin"]) element.addEventListener(begins, () => light(true));
  const margin = other.closest("aside");
  if (margin) element.addEventListener("mouseenter", () => showWithin(margin, other));
  for (const ends of ["mouseleave", "focusout"]) element.addEventListener(ends, () => light(false));
}

for (const element of document.querySelectorAll("a.claim[id], .margin li[id]")) tie(element);
