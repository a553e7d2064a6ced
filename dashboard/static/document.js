// A text with its margin: pointing at a claim, or walking to it, lights what the margin says of it, and the other way.

const PAIRS = { claim: "margin", figure: "answer" };

function partner(element) {
  const [, kind, rest] = /^(\w+)-(.+)$/.exec(element.id) ?? [];
  const other = PAIRS[kind] ?? Object.keys(PAIRS).find((name) => PAIRS[name] === kind);
  return other && document.getElementById(`${other}-${rest}`);
}

function tie(element) {
  const other = partner(element);
  if (!other) return;
  const light = (isLit) => {
    for (const each of [element, other]) each.classList.toggle("lit", isLit);
  };
  for (const begins of ["mouseenter", "focusin"]) element.addEventListener(begins, () => light(true));
  for (const ends of ["mouseleave", "focusout"]) element.addEventListener(ends, () => light(false));
}

for (const element of document.querySelectorAll("a.claim[id], .margin li[id]")) tie(element);
