// The filter form asks again as soon as a choice changes, and leaves empty fields out of the address.

const form = document.querySelector("form.filters");

function address() {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (!value) continue;
    chosen.set(name, chosen.has(name) ? `${chosen.get(name)},${value}` : value);
  }
  const query = chosen.toString();
  const section = form.closest("section[id]");
  return `${form.action}${query ? `?${query}` : ""}${section ? `#${section.id}` : ""}`;
}

// Without this script a button sends the form; with it every choice does so at once, and Enter sends the words.
form?.classList.add("live");

// The back button brings the page back as it was left: the choices must be those of its address again.
window.addEventListener("pageshow", () => form?.reset());

form?.addEventListener("change", (event) => {
  // A spread that a bar of the chart chose gives way to one chosen by hand.
  if (event.target.name === "ratio__gte") form.querySelectorAll("[type=hidden]").forEach((input) => input.remove());
  if (event.target.type !== "search") location.assign(address());
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(address());
});
