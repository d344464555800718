// Two sliders that bound a stretch of days, and how many claims each day has.
const DAY = 86_400_000;
const number = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
const iso = (n: number) => new Date(n * DAY).toISOString().slice(0, 10);
const shown = new Intl.DateTimeFormat(navigator.language, { dateStyle: "medium", timeZone: "UTC" });
const MOST_DAYS = 3650; // older claims stay with the first day: a slider of ten years is still one day a step

export class Slider {
  private constructor(
    private readonly root: HTMLElement, private readonly from: HTMLInputElement, private readonly to: HTMLInputElement, private readonly first: number,
  ) {}

  static over(page: ParentNode, days: (string | null)[], changed: () => void): Slider | null {
    const root = page.querySelector<HTMLElement>("[data-slider]");
    const from = root?.querySelector<HTMLInputElement>("[data-from]");
    const to = root?.querySelector<HTMLInputElement>("[data-to]");
    const known = days.filter((day) => day !== null).map(number).filter((n) => !Number.isNaN(n));
    if (!root || !from || !to || !known.length) return null;
    const last = known.reduce((a, b) => Math.max(a, b));
    const first = Math.max(known.reduce((a, b) => Math.min(a, b)), last - MOST_DAYS);
    for (const input of [from, to]) {
      input.min = "0";
      input.max = String(last - first);
    }
    from.value = "0";
    to.value = String(last - first);
    const slider = new Slider(root, from, to, first);
    let waiting = 0;
    for (const input of [from, to]) {
      input.addEventListener("input", () => {
        if (Number(from.value) > Number(to.value)) (input === from ? to : from).value = input.value;
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(changed);
      });
    }
    slider.histogram(known, last);
    root.hidden = false;
    return slider;
  }

  holds(start: string | null, end: string | null): boolean {
    const last = end ?? start;
    if (last === null) return this.from.value === "0";
    const begins = number(start ?? last) - this.first;
    return number(last) - this.first >= Number(this.from.value) - (this.from.value === "0" ? 1e9 : 0) && begins <= Number(this.to.value);
  }

  // The days that bound what is shown; the ends of the slider bound nothing.
  bounds(): { since: string | null; until: string | null } {
    const since = this.from.value === "0" ? null : iso(this.first + Number(this.from.value));
    return { since, until: this.to.value === this.to.max ? null : iso(this.first + Number(this.to.value)) };
  }

  say(claims: number, address: string): void {
    for (const [input, name] of [[this.from, "from"], [this.to, "to"]] as const) {
      const day = shown.format(new Date((this.first + Number(input.value)) * DAY));
      const out = this.root.querySelector(`[data-${name}-out]`);
      if (out) out.textContent = day;
      input.setAttribute("aria-valuetext", day);
      input.dataset["day"] = iso(this.first + Number(input.value));
    }
    const line = this.root.querySelector<HTMLAnchorElement>("[data-shown]");
    const count = new Intl.NumberFormat(navigator.language);
    if (!line) return;
    line.textContent = `${count.format(claims)} ${claims === 1 ? "claim" : "claims"}`;
    line.href = address;
  }

  private histogram(known: number[], last: number): void {
    const svg = this.root.querySelector("[data-hist]");
    const bins = Math.min(120, last - this.first + 1);
    const counts = new Array<number>(bins).fill(0);
    for (const day of known) {
      const bin = Math.min(bins - 1, Math.max(0, Math.floor(((day - this.first) * bins) / (last - this.first + 1))));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const most = Math.max(1, ...counts);
    for (const [n, count] of counts.entries()) {
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const height = count ? Math.max(2, (38 * count) / most) : 0;
      for (const [key, value] of Object.entries({ x: (n * 600) / bins, y: 40 - height, width: Math.max(1, 600 / bins - 1), height, class: "col" })) bar.setAttribute(key, String(value));
      svg?.append(bar);
    }
  }
}
