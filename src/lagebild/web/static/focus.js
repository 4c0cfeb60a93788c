// Pictures of a situation: a click on a side, a place or an event narrows all of the page to it; a second click widens it.

export function focus() {
  document.addEventListener("click", (event) => {
    const [name, ...value] = event.target.closest("[data-focus]")?.dataset.focus.split(":") ?? [];
    if (!name) return;
    const address = new URL(location.href);
    const wanted = value.join(":");
    const there = address.searchParams.getAll(name);
    address.searchParams.delete(name);
    for (const one of there) if (one !== wanted) address.searchParams.append(name, one);
    if (!there.includes(wanted)) address.searchParams.set(name, wanted);
    address.hash = event.target.closest(".brief-section")?.id ?? "";
    location.assign(address);
  });
}
