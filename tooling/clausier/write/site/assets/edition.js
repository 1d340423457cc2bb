/* The scheme that the reader's system asks for; paper is always light. */
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  dark.addEventListener("change", show);
  addEventListener("beforeprint", () => document.body.setAttribute("data-md-color-scheme", "default"));
  addEventListener("afterprint", show);
  show();
})();
