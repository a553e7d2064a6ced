// On every page: a quiet notice when a newer build has been published while the page stands open.

const build = document.body.dataset.build;
const notice = document.querySelector(".notice");

async function lookForNewBuild() {
  if (!build || document.hidden) return;
  try {
    const answer = await fetch("/build.json", { cache: "no-store" });
    if (answer.ok && (await answer.json()).build_id !== build) notice.hidden = false;
  } catch {
    // The server is away: nothing to tell.
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}

document.addEventListener("visibilitychange", lookForNewBuild);
setInterval(lookForNewBuild, 60_000);
if (!document.querySelector("[data-chart], [data-waits]")) document.body.dataset.ready = "true";
