// Dates and numbers as the reader writes them, where that is not as the page came.
const language = navigator.language;
const asServed = /^en-(GB|AU|NZ|IE)$/.test(language) || language === "en";
const dates = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const numbers = new Intl.NumberFormat(language);

export function locally(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-moment]:not([data-done])")) {
    const at = new Date(time.dateTime);
    time.dataset["done"] = "";
    if (!Number.isNaN(at.valueOf())) {
      time.title = time.textContent ?? "";
      time.textContent = moments.format(at);
    }
  }
  if (asServed) return;
  for (const time of root.querySelectorAll<HTMLTimeElement>("time:not([data-moment]):not([data-done])")) {
    const at = new Date(`${time.dateTime}T00:00:00Z`);
    time.dataset["done"] = "";
    if (!Number.isNaN(at.valueOf())) time.textContent = dates.format(at);
  }
  for (const data of root.querySelectorAll<HTMLDataElement>("data:not([data-done])")) {
    data.dataset["done"] = "";
    data.textContent = numbers.format(Number(data.value));
  }
}
