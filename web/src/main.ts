// What every page does besides being read: fresh content, copying, marks and claims that find each other, and the map.
import "./fonts.css";
import "./desk.css";
import "htmx.org";
import { copying } from "./copying";
import { live } from "./live";
import { locally } from "./locally";
import { pairing } from "./pairing";

// On a phone the pages stand in one row, which is wider than it: the one that is open is to be seen.
document.querySelector(".places [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
locally(document.body);
copying();
pairing();
live();
document.addEventListener("htmx:after:swap", () => locally(document.body));

if (document.querySelector("[data-map]")) {
  const module = document.querySelector<HTMLElement>("[data-map]")?.dataset["module"];
  if (module) void import(/* @vite-ignore */ new URL(module, location.href).href);
}
