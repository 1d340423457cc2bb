/* What the theme's own script leaves undone: wide tables that scroll are reached by keyboard, and a
   browser does not remember that the menu or the search was open. */
addEventListener("load", () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) box.tabIndex = 0;
  for (const toggle of document.querySelectorAll(".md-toggle")) toggle.autocomplete = "off";
});
