// Brings a page up to date when the ledger changes: asks for the page again and takes over what is marked as live.
import { locally } from "./locally";

const WAIT = 300; // milliseconds: several reports in a row are one update

export function live(): void {
  const region = document.querySelector("[data-live]");
  const status = document.getElementById("live");
  if (!status || new URLSearchParams(location.search).has("as_of")) return;
  const prefix = document.documentElement.dataset["prefix"] ?? "";
  const events = new EventSource(`${prefix}/events`);
  let timer: number | undefined;
  events.addEventListener("open", () => status.classList.remove("lost"));
  events.addEventListener("error", () => {
    status.classList.add("lost");
    say("Not connected; trying again");
  });
  events.addEventListener("changed", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void refresh(region), WAIT);
  });
  window.addEventListener("pagehide", () => events.close());
}

function say(text: string): void {
  const line = document.getElementById("live-text");
  if (line) line.textContent = text;
}

async function refresh(region: Element | null): Promise<void> {
  if (!region || region.contains(document.activeElement?.closest("input, select, textarea") ?? null)) {
    say("Something new came in");
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-live]");
  const text = page.getElementById("live-text")?.textContent;
  if (fresh) {
    const focused = document.activeElement?.id;
    region.replaceChildren(...fresh.childNodes);
    locally(region);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
  say(text && text !== "Up to date" ? text : `Updated ${new Date().toLocaleTimeString(navigator.language, { timeStyle: "short" })}`);
}
