// A story's pages: lanes and rows light each other up, citations are copied, digits stay in sight.
import "./css/story.css";

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy-from]")) {
  const field = document.getElementById(button.dataset["copyFrom"] ?? "") as HTMLTextAreaElement | null;
  if (!field) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    const before = button.textContent;
    button.textContent = button.dataset["done"] ?? before;
    setTimeout(() => { button.textContent = before; }, 2000);
  });
}

const lit = (number: string | undefined, on: boolean): void => {
  if (!number) return;
  document.getElementById(`line-${number}`)?.classList.toggle("lit", on);
  document.querySelector(`.dot[data-n="${number}"]`)?.classList.toggle("lit", on);
  for (const arc of document.querySelectorAll(`.arc[data-a="${number}"], .arc[data-b="${number}"]`)) arc.classList.toggle("lit", on);
};
for (const dot of document.querySelectorAll<SVGElement>(".dot[data-n]")) {
  for (const [type, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]] as const)
    dot.addEventListener(type, () => lit(dot.dataset["n"], on));
}
for (const row of document.querySelectorAll<HTMLElement>("tr[id^='line-']")) {
  const number = row.id.slice("line-".length);
  for (const [type, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]] as const)
    row.addEventListener(type, () => lit(number, on));
}
