// Copies a sentence with its citations: the words, then who printed them, when and where.
function told(item: Element): string {
  const words = item.querySelector("[data-copy-text]")?.textContent?.trim() ?? "";
  const marks = [...item.querySelectorAll<HTMLAnchorElement>("a.mark")];
  const cited = marks.map((mark) => `${mark.textContent?.trim() ?? ""} <${mark.href}>`);
  return cited.length ? `${words} [${cited.join("; ")}]` : words;
}

async function copy(text: string, button: HTMLElement): Promise<void> {
  const label = button.innerHTML;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed";
  }
  setTimeout(() => (button.innerHTML = label), 1500);
}

export function copying(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy], [data-copy-all]");
    if (!button) return;
    const list = button.dataset["copyAll"];
    const item = button.closest("[data-copy-item]");
    if (list) {
      const items = document.getElementById(list)?.querySelectorAll("[data-copy-item]") ?? [];
      void copy([...items].map(told).join("\n\n"), button);
    } else if (item) {
      void copy(told(item), button);
    }
  });
}
