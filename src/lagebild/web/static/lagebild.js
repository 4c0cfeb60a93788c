// What every page does with a keyboard; pages of articles bring their own.
import { begin } from "./article.js";
import { suggest } from "./suggest.js";

suggest(document.querySelector("#find"));
if (document.querySelector("[data-document]")) begin();

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.querySelector("#find").focus();
  }
});
