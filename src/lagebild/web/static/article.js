// An article: marks that open cards, layers that can be switched, and review by keyboard.
import { placeOf, rangeOf } from "./places.js";

const SHORT = { a: "accept", x: "reject", u: "undo" };
let text, card, here, chosen, waiting;

export function begin() {
  text = document.querySelector("#text");
  card = document.querySelector("#card");
  here = document.querySelector("[data-document]").dataset.document;
  text.addEventListener("click", clicked);
  document.addEventListener("click", followed);
  document.querySelector(".legend").addEventListener("click", (event) => {
    const button = event.target.closest("[data-layer]");
    if (button) toggle(button);
  });
  document.addEventListener("keydown", pressed);
  document.addEventListener("selectionchange", remember);
  document.body.addEventListener("lagebild:decided", renew);
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (!event.target.closest?.("#card") && event.target.id !== "card") return;
    shown();
  });
  document.body.addEventListener("htmx:afterSettle", decideNext);
  document.body.addEventListener("htmx:configRequest", offsets);
  document.body.addEventListener("htmx:responseError", (event) => say(words().failed));
  window.addEventListener("popstate", () => {
    const ref = new URLSearchParams(location.search).get("open");
    if (ref) open(ref, { push: false });
    else close({ push: false });
  });
  number();
  shown();
}

/* Marks */

function clicked(event) {
  if (String(getSelection())) return;
  let mark = event.target.closest(".m");
  while (mark && !isShown(mark)) mark = mark.parentElement.closest(".m");
  if (mark) open(mark.dataset.ref);
}

const layerOf = (mark) => [...mark.classList].find((name) => name.startsWith("m-")).slice(2);
const isShown = (mark) => text.classList.contains(`on-${layerOf(mark)}`);

/** Each statement gets the number that it has in the list beside the text. */
function number() {
  const numbers = new Map();
  document.querySelectorAll(".said .say").forEach((one, at) => numbers.set(one.dataset.ref, at + 1));
  for (const mark of text.querySelectorAll(".m-statements.first")) mark.dataset.n = numbers.get(mark.dataset.ref) ?? "";
}

function followed(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const say = event.target.closest(".say");
  if (say) {
    event.preventDefault();
    open(say.dataset.ref, { scroll: true });
  } else if (event.target.closest(".card .close")) {
    event.preventDefault();
    close();
  } else if (event.target.closest("[data-at]")) {
    event.preventDefault();
    const start = Number(event.target.closest("[data-at]").dataset.at);
    reveal(rangeOf(text, start, start + 1));
  } else if (event.target.closest(".take")) {
    take(event.target.closest("form").elements.value);
  }
}

function open(ref, { push = true, scroll = false } = {}) {
  waiting = null;
  const address = new URL(location.href);
  address.searchParams.set("open", ref);
  address.hash = "";
  if (push) history.pushState(null, "", address);
  card.dataset.scroll = scroll ? "1" : "";
  htmx.ajax("GET", `/documents/${here}/records/${ref}`, { target: "#card", swap: "innerHTML" });
}

function close({ push = true } = {}) {
  const address = new URL(location.href);
  address.searchParams.delete("open");
  address.hash = "";
  if (push) history.pushState(null, "", address);
  card.replaceChildren();
  shown();
}

/** After a card came or went: its parts are lit in the text, and its line in the list. */
function shown() {
  const open = card.querySelector(".card");
  const ref = open?.dataset.ref;
  for (const mark of text.querySelectorAll(".m.open")) mark.classList.remove("open");
  for (const one of document.querySelectorAll(".say")) {
    one.toggleAttribute("aria-current", one.dataset.ref === ref);
    if (one.dataset.ref === ref) one.setAttribute("aria-current", "true");
  }
  CSS.highlights?.delete("part");
  if (!open) return;
  const parts = [...open.dataset.parts.matchAll(/(\S[^:]*):(\d+)-(\d+)/g)];
  const ranges = parts
    .filter(([, name]) => !["content", "words"].includes(name))
    .map(([, , start, stop]) => rangeOf(text, Number(start), Number(stop)))
    .filter(Boolean);
  if (globalThis.Highlight && ranges.length) CSS.highlights.set("part", new Highlight(...ranges));
  const marks = [...text.querySelectorAll(`.m[data-ref="${CSS.escape(ref)}"]`)];
  for (const mark of marks) mark.classList.add("open");
  if (card.dataset.scroll || new URLSearchParams(location.search).get("open") === ref) {
    const [first] = marks;
    if (first) reveal(first);
    card.dataset.scroll = "";
  }
}

function reveal(what, { again = true } = {}) {
  if (!what) return;
  const box = what.getBoundingClientRect();
  if (box.top > 120 && box.bottom < innerHeight * (innerWidth < 1024 ? 0.35 : 0.9)) return;
  // In a long text places are estimated until they come into sight: look once more on arrival.
  if (again) addEventListener("scrollend", () => reveal(what, { again: false }), { once: true });
  scrollTo({ top: scrollY + box.top - innerHeight * 0.25 });
}

/* Layers */

function toggle(button) {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  text.classList.toggle(`on-${button.dataset.layer}`, on);
  const layers = [...document.querySelectorAll('[data-layer][aria-pressed="true"]')].map((one) => one.dataset.layer);
  const address = new URL(location.href);
  address.searchParams.set("layers", layers.join(",") || "none");
  history.replaceState(null, "", address);
}

/* Review */

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) {
    if (event.key === "Escape" && event.target.closest("#card")) event.target.blur();
    return;
  }
  const key = event.key;
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (SHORT[key]) decide(key);
  else if (key === "e") correct();
  else if (key === "Escape") close();
  else if (key === "?") document.querySelector("#keys").showModal();
  else if (/^[1-9]$/.test(key)) {
    const button = document.querySelectorAll(".layer")[Number(key) - 1];
    if (button) toggle(button);
  } else return;
  event.preventDefault();
}

/** A key that is pressed while the last decision is on its way waits until the card knows of that. */
function decide(key) {
  if (isBusy()) waiting = key;
  else card.querySelector(`[data-key="${key}"]`)?.click();
}

/** Whether a decision is on its way, or a card has come whose buttons are not ready yet: they would leave the page. */
const isBusy = () => Boolean(card.matches(".htmx-settling") || card.querySelector("form.htmx-request, .htmx-added, .htmx-settling"));

function decideNext() {
  if (!waiting || isBusy()) return;
  const key = waiting;
  waiting = null;
  setTimeout(() => card.querySelector(`[data-key="${key}"]`)?.click());
}

function step(by) {
  const all = [...document.querySelectorAll(".said .say")];
  if (!all.length) return;
  const ref = card.querySelector(".card")?.dataset.ref;
  const at = all.findIndex((one) => one.dataset.ref === ref);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  open(next.dataset.ref, { scroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function correct() {
  const form = card.querySelector(".correct");
  if (!form) return;
  form.open = !form.open;
  if (form.open) form.querySelector("input:not([type=hidden]), select").focus();
}

/** The words that were selected last, as places in the text. */
function remember() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.endContainer)) return;
  let start = placeOf(range.startContainer, range.startOffset);
  let stop = placeOf(range.endContainer, range.endOffset);
  if (start === null || stop === null) return;
  const selected = range.toString();
  start += selected.length - selected.trimStart().length;
  stop -= selected.length - selected.trimEnd().length;
  if (start < stop) chosen = { start, stop, words: selected.trim() };
}

function take(input) {
  if (!chosen) {
    say(words().noSelection);
    return;
  }
  input.value = chosen.words;
  input.dataset.place = `${chosen.start}-${chosen.stop}`;
  input.dataset.words = chosen.words;
  input.focus();
}

/** Words that were taken from the text go out as their place, so that the right ones of several are meant. */
function offsets(event) {
  const input = event.target.elements?.value;
  if (input?.dataset?.place && input.value === input.dataset.words) event.detail.parameters.set
    ? event.detail.parameters.set("value", input.dataset.place)
    : (event.detail.parameters.value = input.dataset.place);
}

/** After a decision the text and the lists are made anew, and nothing moves. */
async function renew() {
  say(words().saved);
  const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["#text", ".sayings"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceChildren(...fresh.childNodes);
  }
  number();
  shown();
}

const words = () => document.querySelector("#keys").dataset;
let silence;

/** Told to everybody, and gone again. */
function say(told) {
  const place = document.querySelector("#said");
  place.textContent = told ?? "";
  clearTimeout(silence);
  silence = setTimeout(() => place.replaceChildren(), 4000);
}
