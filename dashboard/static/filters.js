// The filter form asks again as soon as a choice changes, and leaves empty fields out of the address.

const form = document.querySelector("form.filters");

function address() {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (!value) continue;
    chosen.set(name, chosen.has(name) ? `${chosen.get(name)},${value}` : value);
  }
  const query = chosen.toString();
  return query ? `${form.action}?${query}` : form.action;
}

// The back button brings the page back as it was left: the choices must be those of its address again.
window.addEventListener("pageshow", () => form?.reset());

form?.addEventListener("change", (event) => {
  if (event.target.type !== "search") location.assign(address());
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(address());
});
