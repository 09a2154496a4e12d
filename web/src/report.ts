// A report: words and cards find each other; claims are reviewed by keys and buttons.
import htmx from "htmx.org";
import { decide, fragment, type Decision } from "./decide.ts";
import { on } from "./keys.ts";
import { Light } from "./light.ts";
import { toast } from "./toast.ts";

const page = document.getElementById("report");
const say = document.getElementById("words")?.dataset ?? {};

class Desk {
  private readonly key: string;
  private readonly light: Light;
  private now = "";
  private finding = -1;
  private readonly made: { id: string; claim: string }[] = [];
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly root: HTMLElement) {
    this.key = root.dataset["key"] ?? "";
    this.light = new Light(root);
    this.listen();
    this.keys();
    const asked = /^#c(\d+)$/.exec(location.hash)?.[1];
    if (asked) this.select(asked);
  }

  private card(number: string): HTMLElement | null {
    return document.getElementById(`c${number}`);
  }

  private shown(): HTMLElement[] {
    const hidesOwn = this.root.querySelector<HTMLInputElement>(".no-own")?.checked ?? false;
    const onlyOpen = this.root.querySelector<HTMLInputElement>(".only-open")?.checked ?? false;
    return [...this.root.querySelectorAll<HTMLElement>("#cards > .card")].filter(
      (card) =>
        !(hidesOwn && card.classList.contains("own")) &&
        !(onlyOpen && card.dataset["state"] !== "open" && card.dataset["c"] !== this.now),
    );
  }

  /** Make a claim the one that keys act on, and bring card and words into view. */
  select(number: string, focus = true): void {
    const card = this.card(number);
    if (!card) return;
    if (this.now !== number) this.card(this.now)?.classList.remove("now");
    this.now = number;
    card.classList.add("now");
    this.light.now(number);
    card.scrollIntoView({ block: "nearest" });
    this.light.bring(number);
    if (focus) card.focus({ preventScroll: true });
    if ("brief" in card.dataset) this.queue = this.queue.then(() => this.whole(number));
  }

  /** A short card becomes a whole one once somebody stays on it. */
  private async whole(number: string): Promise<void> {
    await new Promise((done) => setTimeout(done, 120));
    const card = this.card(number);
    if (number === this.now && card && "brief" in card.dataset) await this.refresh(number);
  }

  private step(by: number): void {
    const cards = this.shown();
    const at = cards.findIndex((card) => card.dataset["c"] === this.now);
    const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
    if (next) this.select(next.dataset["c"] ?? "");
  }

  /** The next claim that nobody has decided on, below this one first. */
  private onward(): void {
    const cards = this.shown();
    const at = cards.findIndex((card) => card.dataset["c"] === this.now);
    const rest = [...cards.slice(at + 1), ...cards.slice(0, Math.max(at, 0))];
    const next = rest.find((card) => card.dataset["state"] === "open");
    if (next) this.select(next.dataset["c"] ?? "");
    else toast(say["allDone"] ?? "");
  }

  private current(): HTMLElement | null {
    if (!this.now) this.step(1);
    return this.card(this.now);
  }

  /** Accept or reject, and move on at once; the desk is asked meanwhile, in order. */
  private judge(act: "accept" | "reject", card: HTMLElement | null = this.current()): void {
    if (!card) return;
    const id = card.dataset["id"] ?? "";
    this.send(card, { subject: { kind: "claim", id }, act }, say[act] ?? "");
    card.dataset["state"] = act === "accept" ? "accepted" : "rejected";
    if (card.dataset["c"] === this.now) this.onward();
  }

  private send(card: HTMLElement, decision: Decision, told: string): void {
    const number = card.dataset["c"] ?? "";
    this.queue = this.queue.then(async () => {
      const outcome = await decide(this.key, decision);
      if (outcome.state === "kept") {
        if (outcome.id) this.made.push({ id: outcome.id, claim: number });
        toast(`${told} · ${number}`, { label: say["undo"] ?? "", run: () => this.undo() });
      } else {
        toast((outcome.state === "stale" ? say["stale"] : outcome.why || say["failed"]) ?? "", undefined, "error");
      }
      await this.refresh(number);
    });
  }

  private undo(): void {
    this.queue = this.queue.then(async () => {
      const last = this.made.pop();
      const card = last ? this.card(last.claim) : this.card(this.now);
      if (!card) {
        toast(say["nothing"] ?? "");
        return;
      }
      const number = card.dataset["c"] ?? "";
      const decision: Decision = { subject: { kind: "claim", id: card.dataset["id"] ?? "" }, act: "undo" };
      if (last) decision.undoes = last.id;
      const outcome = await decide(this.key, decision);
      if (outcome.state === "kept") toast(`${say["undone"] ?? ""} · ${number}`);
      else toast((outcome.state === "failed" && outcome.why) || (say["nothing"] ?? ""), undefined, "error");
      await this.refresh(number);
      this.select(number);
    });
  }

  /** The card as the desk has it now. */
  private async refresh(number: string): Promise<void> {
    const old = this.card(number);
    if (!old) return;
    const [fresh] = await fragment(`/reports/${this.key}/claims/${old.dataset["id"] ?? ""}?part=card`);
    if (!(fresh instanceof HTMLElement)) return;
    const card = document.adoptNode(fresh);
    const had = old.contains(document.activeElement) || document.activeElement === document.body;
    old.replaceWith(card);
    htmx.process(card);
    this.light.learn(card);
    if (number === this.now) {
      card.classList.add("now");
      if (had) card.focus({ preventScroll: true });
    }
    this.count();
  }

  private count(): void {
    const all = this.root.querySelectorAll("#cards > .card").length;
    const done = all - this.root.querySelectorAll('#cards > .card[data-state="open"]').length;
    const told = document.getElementById("done");
    if (told) told.textContent = (say["count"] ?? "").replace("{done}", String(done)).replace("{all}", String(all));
    document.getElementById("meter")?.setAttribute("width", String(all ? Math.round((100 * done) / all) : 0));
  }

  private async open(part: "edit" | "more", field = ""): Promise<void> {
    const card = this.current();
    if (!card) return;
    const there = card.querySelector(`:scope > .${part}`);
    if (there) {
      there.remove();
      card.focus({ preventScroll: true });
      return;
    }
    const [form] = await fragment(`/reports/${this.key}/claims/${card.dataset["id"] ?? ""}?part=${part}`);
    if (!form) return;
    card.querySelector(":scope > .edit, :scope > .more")?.remove();
    card.append(document.adoptNode(form));
    htmx.process(form as HTMLElement);
    form.scrollIntoView({ block: "nearest" });
    form.querySelector<HTMLElement>(field || "select, input:not([type=hidden])")?.focus();
  }

  private save(form: HTMLFormElement): void {
    const card = form.closest<HTMLElement>(".card");
    if (!card) return;
    const changes: Record<string, string> = {};
    for (const input of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-was]")) {
      if (input.value !== input.dataset["was"]) changes[input.name.replace("value.", "")] = input.value;
    }
    const reason = form.querySelector<HTMLInputElement>("[name=reason]")?.value ?? "";
    form.remove();
    card.focus({ preventScroll: true });
    if (!Object.keys(changes).length) return;
    this.send(card, { subject: { kind: "claim", id: card.dataset["id"] ?? "" }, act: "edit", changes, reason }, say["edit"] ?? "");
  }

  private extra(form: HTMLFormElement): void {
    const card = form.closest<HTMLElement>(".card");
    if (!card) return;
    const given = new FormData(form);
    const act = String(given.get("act"));
    const value = given.get("value");
    const decision: Decision = { subject: { kind: "claim", id: card.dataset["id"] ?? "" }, act };
    if (value !== null) decision.value = String(value);
    this.send(card, decision, say["edit"] ?? "");
  }

  private next(): void {
    const found = [...this.root.querySelectorAll<HTMLElement>(".finding")];
    if (!found.length) return;
    const drawer = document.getElementById("findings");
    if (drawer instanceof HTMLDetailsElement) drawer.open = true;
    this.finding = (this.finding + 1) % found.length;
    for (const each of found) each.classList.remove("at");
    const at = found[this.finding];
    if (!at) return;
    at.classList.add("at");
    at.scrollIntoView({ block: "nearest" });
    at.focus({ preventScroll: true });
    this.light.finding(at.dataset["f"] ?? "");
  }

  private keys(): void {
    on("next", () => this.step(1));
    on("previous", () => this.step(-1));
    on("accept", () => this.judge("accept"));
    on("reject", () => this.judge("reject"));
    on("undo", () => this.undo());
    on("edit", () => void this.open("edit"));
    on("comment", () => void this.open("more", "[name=value]"));
    on("assign", () => void this.open("more", "[id^=assign]"));
    on("link", () => void this.open("more", "[id^=link]"));
    on("finding", () => this.next());
    on("why", () => {
      const closed = this.current()?.querySelector<HTMLDetailsElement>(".val:not([open])");
      if (closed) closed.open = true;
    });
  }

  private listen(): void {
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("submit", (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.closest(".card")) return;
      event.preventDefault();
      if (form.matches(".edit")) this.save(form);
      else if (form.closest(".more")) this.extra(form);
      else if (event.submitter instanceof HTMLButtonElement) {
        const card = form.closest<HTMLElement>(".card");
        const act = event.submitter.value;
        if (card && (act === "accept" || act === "reject")) this.judge(act, card);
      }
    });
    this.root.addEventListener("focusin", (event) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>("#cards > .card") : null;
      if (card && card.dataset["c"] !== this.now) this.select(card.dataset["c"] ?? "", false);
    });
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !(event.target instanceof Element)) return;
      const form = event.target.closest(".card > .edit, .card > .more");
      const card = form?.closest<HTMLElement>(".card");
      form?.remove();
      card?.focus({ preventScroll: true });
    });
  }

  private clicked(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    const target = event.target;
    const card = target.closest<HTMLElement>("#cards > .card");
    if (card && target.closest("a.edit, a.open, a.cancel")) {
      event.preventDefault();
      this.select(card.dataset["c"] ?? "", false);
      if (target.closest("a.cancel")) card.querySelector(":scope > .edit")?.remove();
      else void this.open(target.closest("a.edit") ? "edit" : "more");
      return;
    }
    if (card) {
      if (!target.closest("a, button, summary, input, select, label")) this.select(card.dataset["c"] ?? "");
      return;
    }
    const words = target.closest<HTMLElement>(".paper [data-c]");
    if (!words || target.closest("a.time, a.place, a.flag") || String(getSelection())) return;
    event.preventDefault();
    this.select(words.dataset["c"]?.split(" ")[0] ?? "");
  }
}

if (page) new Desk(page);
