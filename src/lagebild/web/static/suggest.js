// A line with suggestions below it: arrows choose, Enter goes there, Escape closes.

export function suggest(line) {
  const list = document.querySelector("#suggestions");
  const options = () => [...list.querySelectorAll('[role="option"]')];
  let at = -1;

  const choose = (to) => {
    const all = options();
    at = all.length ? (to + all.length + 1) % (all.length + 1) : -1;
    if (at === all.length) at = -1;
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    line.setAttribute("aria-activedescendant", at < 0 ? "" : all[at].id);
  };
  const close = () => {
    list.replaceChildren();
    line.setAttribute("aria-expanded", "false");
    at = -1;
  };

  list.addEventListener("htmx:afterSwap", () => {
    at = -1;
    line.setAttribute("aria-expanded", String(options().length > 0 && document.activeElement === line));
    if (document.activeElement !== line) close();
  });
  line.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? at + 1 : at < 0 ? options().length - 1 : at - 1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      options()[at].click();
    } else if (event.key === "Escape") {
      close();
    }
  });
  line.addEventListener("blur", () => setTimeout(close, 200));
}
