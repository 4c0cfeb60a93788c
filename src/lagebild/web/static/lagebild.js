// What every page does with a keyboard; pages of articles bring their own.
import { begin } from "./article.js";
import { focus } from "./focus.js";
import { suggest } from "./suggest.js";

suggest(document.querySelector("#find"));
if (document.querySelector("[data-document]")) begin();
if (document.querySelector(".situation")) focus();

// Where there is little room the filters wait behind their button, and the page that is open is in sight.
if (matchMedia("(max-width: 64rem)").matches) {
  document.querySelector(".filter-box")?.removeAttribute("open");
  document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.querySelector("#find").focus();
  }
});
