// A claim's words and its card show each other: where the address leads, and under the pointer or the focus.
function light(id: string, name: string, on: boolean): void {
  for (const mark of document.querySelectorAll(`mark[data-c~="${CSS.escape(id)}"]`)) mark.classList.toggle(name, on);
  document.querySelector(`[data-card="${CSS.escape(id)}"]`)?.classList.toggle(name, on);
}

function follow(): void {
  for (const held of document.querySelectorAll(".aimed")) held.classList.remove("aimed");
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^of-/, "");
  if (id) light(id, "aimed", true);
}

export function pairing(): void {
  if (!document.querySelector("[data-card]")) return;
  follow();
  window.addEventListener("hashchange", follow);
  for (const kind of ["pointerover", "pointerout", "focusin", "focusout"] as const) {
    document.addEventListener(kind, (event) => {
      const target = event.target as Element;
      const ids = target.closest<HTMLElement>("mark[data-c]")?.dataset["c"] ?? target.closest<HTMLElement>("[data-card]")?.dataset["card"];
      const on = kind === "pointerover" || kind === "focusin";
      for (const id of ids?.split(" ") ?? []) light(id, "lit", on);
    });
  }
}
