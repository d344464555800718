// What every page does besides being read: fresh content, copying, marks and claims that find each other, and the map.
import "./fonts.css";
import "./desk.css";
import "htmx.org";
import { copying } from "./copying";
import { live } from "./live";
import { locally } from "./locally";
import { pairing } from "./pairing";

locally(document.body);
copying();
pairing();
live();
document.addEventListener("htmx:after:swap", () => locally(document.body));

if (document.querySelector("[data-map]")) {
  const module = document.querySelector<HTMLElement>("[data-map]")?.dataset["module"];
  if (module) void import(/* @vite-ignore */ new URL(module, location.href).href);
}
