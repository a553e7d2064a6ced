// On a phone the answer, its chart and the first sentences come first: what else a question has waits folded, and the
// rest of its sentences behind a button. A wider screen shows all of it.

const narrow = window.matchMedia("(width < 640px)");

function fold() {
  for (const part of document.querySelectorAll("details.fold")) {
    part.open = !narrow.matches || "stays" in part.dataset;
    part.querySelector("summary").tabIndex = narrow.matches ? 0 : -1;
  }
}

for (const button of document.querySelectorAll("[data-shows]")) {
  button.addEventListener("click", () => {
    const table = document.querySelector(button.dataset.shows);
    const first = [...table.rows].find((row) => !row.checkVisibility());
    table.classList.add("whole");
    button.hidden = true;
    first?.querySelector("a")?.focus();
  });
}

narrow.addEventListener("change", fold);
fold();
