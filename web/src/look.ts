// Places of the gazetteer, offered while somebody types a name.

let waiting = 0;

document.addEventListener("input", (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.dataset["look"]) return;
  clearTimeout(waiting);
  const list = document.getElementById(input.dataset["look"]);
  if (!list || input.value.trim().length < 2) return;
  waiting = window.setTimeout(() => void fill(list, input.value), 180);
});

async function fill(list: HTMLElement, name: string): Promise<void> {
  const answer = await fetch(`/places?q=${encodeURIComponent(name)}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const made = new DOMParser().parseFromString(`<datalist>${await answer.text()}</datalist>`, "text/html");
  list.replaceChildren(...made.querySelectorAll("option"));
}
