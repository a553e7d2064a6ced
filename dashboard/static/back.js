// Back from a page, the keyboard begins again at the link that led there. Browsers see to that only for a page that
// they kept whole; one that is loaded anew finds the link in the state of its own entry in the history.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link) return;
  const left = { index: [...document.links].indexOf(link), address: link.href };
  history.replaceState({ ...history.state, left }, "");
});

function leftLink() {
  const { index, address } = history.state?.left ?? {};
  const link = document.links[index];
  return link?.href === address ? link : undefined;
}

function unfoldTo(link) {
  const folded = link.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  unfoldTo(folded.parentElement);
}

window.addEventListener("pageshow", () => {
  const [visit] = window.performance.getEntriesByType("navigation");
  const link = visit?.type === "back_forward" && document.activeElement === document.body && leftLink();
  if (!link) return;
  unfoldTo(link);
  link.focus();
  // The charts above are drawn after this and push the link down.
  document.addEventListener("drawn", () => {
    if (document.activeElement === link && !document.body.dataset.ready) link.scrollIntoView({ block: "nearest" });
  });
});
