// On every page: a quiet notice when a newer build has been published while the page stands open, and the foot of its
// sheets.

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

// A sheet says where it is from: a style sheet cannot know the address, the build and the day, and the policy allows
// constructed sheets only.
const LONGEST_ADDRESS = 100;
function footSheets() {
  const address = location.origin + location.pathname + location.search;
  const shown = address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" }).format(new Date());
  const foot = ["Rashomon", shown, build ? `build ${build}` : "", `printed ${day}`].filter(Boolean).join(" · ");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(foot)}; } }`);
  document.adoptedStyleSheets.push(sheet);
}

footSheets();
document.addEventListener("visibilitychange", lookForNewBuild);
setInterval(lookForNewBuild, 60_000);
if (!document.querySelector("[data-chart], [data-waits]")) document.body.dataset.ready = "true";
