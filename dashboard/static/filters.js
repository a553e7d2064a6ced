// The filter form asks again as soon as the pointer chooses, and leaves empty fields out of the address. By keyboard a
// list or a date changes with every step, so there the form waits for Enter or for its button.

const form = document.querySelector("form.filters");
const LEFT_AT = `focus of ${location.pathname}`;
let isByKeys = false;
let isWaiting = false;

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

// A spread that a bar of the chart chose gives way to one chosen by hand, and comes back with its own choice.
function holdBounds(isHeld) {
  for (const bound of form.querySelectorAll("[type=hidden]")) bound.disabled = !isHeld;
}

function ask(control) {
  sessionStorage.setItem(LEFT_AT, JSON.stringify([control?.name, control?.value]));
  location.assign(address());
}

// The new page begins where the old one was left: at the control that asked, or at the button where it is gone.
function returnFocus() {
  const left = sessionStorage.getItem(LEFT_AT);
  if (!left) return;
  sessionStorage.removeItem(LEFT_AT);
  const [name, value] = JSON.parse(left);
  const named = name ? [...form.elements].filter((control) => control.name === name) : [];
  const control = named.find((each) => each.type !== "checkbox" || each.value === value);
  if (control?.closest("details")) control.closest("details").open = true;
  (control ?? form.querySelector("button")).focus();
}

// The back button brings the page back as it was left: the choices must be those of its address again.
window.addEventListener("pageshow", () => {
  if (!form) return;
  form.reset();
  holdBounds(true);
  isWaiting = false;
  // After this event the browser jumps to the list, and takes the focus along.
  setTimeout(returnFocus, 50);
});

// A bar of the chart of spread chooses as the list of spreads does, and the focus comes back to that list.
document.addEventListener("click", (event) => {
  if (!event.target.closest(".by-spread :is(.as-table a, .mark-rect path)")) return;
  sessionStorage.setItem(LEFT_AT, JSON.stringify(["ratio__gte", ""]));
});

form?.addEventListener("pointerdown", () => {
  isByKeys = false;
});
form?.addEventListener("keydown", (event) => {
  isByKeys = true;
  if (event.key !== "Enter" || !isWaiting || event.target.tagName !== "SELECT") return;
  event.preventDefault();
  ask(event.target);
});
form?.addEventListener("change", (event) => {
  if (event.target.name === "ratio__gte") holdBounds(event.target.selectedOptions[0].hasAttribute("data-bounded"));
  isWaiting = isByKeys && event.target.type !== "checkbox";
  if (event.target.type !== "search" && !isWaiting) ask(event.target);
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const asker = document.activeElement;
  ask(form.contains(asker) ? asker : event.submitter);
});
