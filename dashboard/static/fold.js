// On a phone the answer, its chart and the first sentences come first: what else a question has waits folded, and the
// rest of its sentences behind a button. A wider screen shows all of it. Who comes back finds the sentences as they
// were left.

const narrow = window.matchMedia("(width < 640px)");

function fold() {
  for (const part of document.querySelectorAll("details.fold")) {
    part.open = !narrow.matches || "stays" in part.dataset;
    part.querySelector("summary").tabIndex = narrow.matches ? 0 : -1;
  }
}

function showAll(button, part) {
  part.classList.add("whole");
  button.hidden = true;
}

for (const button of document.querySelectorAll("[data-shows]")) {
  const part = document.querySelector(button.dataset.shows);
  if (history.state?.isWhole) showAll(button, part);
  button.addEventListener("click", () => {
    const first = [...part.querySelectorAll("tbody tr")].find((row) => !row.checkVisibility());
    showAll(button, part);
    history.replaceState({ ...history.state, isWhole: true }, "");
    first?.querySelector("a")?.focus();
  });
}

narrow.addEventListener("change", fold);
fold();
