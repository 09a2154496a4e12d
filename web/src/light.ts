// Words and cards light up together, under the pointer or the keyboard, both ways.

/** Knows which pieces of the page belong to which claim and finding. */
export class Light {
  private readonly claims = new Map<string, Set<Element>>();
  private readonly findings = new Map<string, Set<Element>>();
  private lit: Element[] = [];
  private held: Element[] = [];

  constructor(root: HTMLElement) {
    this.learn(root);
    root.addEventListener("pointerover", (event) => this.follow(event));
    root.addEventListener("pointerleave", () => this.show([]));
    root.addEventListener("focusin", (event) => this.follow(event));
  }

  /** Take in what is new on the page. */
  learn(part: Element): void {
    const every = [part, ...part.querySelectorAll("[data-c], [data-f]")];
    for (const element of every) {
      if (!(element instanceof HTMLElement)) continue;
      for (const n of element.dataset["c"]?.split(" ") ?? []) put(this.claims, n, element);
      for (const n of element.dataset["f"]?.split(" ") ?? []) put(this.findings, n, element);
    }
  }

  private follow(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const part = target?.closest<HTMLElement>("[data-c], [data-f]");
    const finding = target?.closest<HTMLElement>(".finding, .flag");
    if (finding) this.show([...(this.findings.get(finding.dataset["f"] ?? "") ?? [])]);
    else this.show([...(this.claims.get(part?.dataset["c"]?.split(" ")[0] ?? "") ?? [])]);
  }

  private show(parts: Element[]): void {
    for (const part of this.lit) part.classList.remove("lit");
    this.lit = parts.filter((part) => part.isConnected);
    for (const part of this.lit) part.classList.add("lit");
  }

  /** Keep the words of the claim that keys act on marked. */
  now(number: string): void {
    for (const part of this.held) part.classList.remove("now");
    this.held = [...(this.claims.get(number) ?? [])].filter((part) => part.matches(".m") && part.isConnected);
    for (const part of this.held) part.classList.add("now");
  }

  /** Bring a claim's words into view where they are out of it. */
  bring(number: string): void {
    const words = document.getElementById(`w${number}`)?.nextElementSibling ?? this.held[0];
    bringIn(words);
  }

  /** Show the words of a finding. */
  finding(number: string): void {
    const parts = [...(this.findings.get(number) ?? [])];
    this.show(parts);
    bringIn(parts.find((part) => part.matches(".m")));
  }
}

function put(map: Map<string, Set<Element>>, n: string, element: Element): void {
  const there = map.get(n);
  if (there) there.add(element);
  else map.set(n, new Set([element]));
}

function bringIn(words: Element | undefined): void {
  if (!words) return;
  const box = words.getBoundingClientRect();
  if (box.top < 90 || box.bottom > innerHeight - 60) words.scrollIntoView({ block: "center" });
}
