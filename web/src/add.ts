// Adding reports: files may be dropped on the page, and a job tells how it goes until it is over.
import { fragment } from "./decide.ts";

const PAUSE = 700;

async function follow(): Promise<void> {
  const job = document.getElementById("job");
  if (!job || job.dataset["over"] === "true") return;
  const parts = await fragment(location.pathname);
  const fresh = parts.map((part) => (part.id === "job" ? part : part.querySelector("#job"))).find(Boolean);
  if (fresh instanceof HTMLElement) job.replaceWith(document.adoptNode(fresh));
  setTimeout(() => void follow(), PAUSE);
}

const files = document.getElementById("files");
if (files instanceof HTMLInputElement) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer?.files.length) files.files = event.dataTransfer.files;
  });
}
setTimeout(() => void follow(), PAUSE / 2);
