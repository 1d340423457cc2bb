/* Shortcuts of one key: each presses a control of the page, and all can be switched off. */
(() => {
  const STORE = "clausier.keys";
  const stored = () => { try { return localStorage.getItem(STORE); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem(STORE, value); } catch { /* private */ } };
  let used = stored() !== "no";

  const first = (names) => document.querySelector(names);
  const press = (names) => {
    const control = first(names);
    if (!control) return false;
    if (control.matches("link")) location.href = control.href;
    else control.click();
    return true;
  };
  const other = () => {
    const own = document.documentElement.lang;
    const links = [...document.querySelectorAll(".cl-switch a")];
    const codes = [own, ...links.map((link) => link.hreflang)].sort();
    const next = codes[(codes.indexOf(own) + 1) % codes.length];
    const link = links.find((link) => link.hreflang === next);
    if (link) link.click();
    return Boolean(link);
  };
  const search = () => {
    const input = first(".md-search__input");
    if (!input) return false;
    input.focus();
    input.select();
    return true;
  };
  const ACTIONS = [
    ["/", "jump", () => press(".cl-jump-open:not([hidden])")],
    ["s", "search", search],
    ["n", "next", () => press("a[rel=next], link[rel=next]")],
    ["p", "previous", () => press("a[rel=prev], link[rel=prev]")],
    ["b", "beside", () => press("a.cl-beside-open")],
    ["l", "language", other],
    ["v", "verbs", () => press(".cl-toggle input")],
    ["c", "cite", () => press(".cl-cite-open")],
    ["d", "scheme", () => press(".md-header__option label:not([hidden])")],
    ["?", "keys", () => press(".cl-keys-open")],
  ];
  const THEME = new Set(["f", "s", "/", "p", ",", "n", "."]);

  const typing = (element) => element && (element.isContentEditable || element.matches(
    "select, textarea, input:not([type=checkbox], [type=radio], [type=button])"));
  const heard = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(document.activeElement)) return;
    if (first("dialog[open]")) { if (THEME.has(event.key)) event.stopImmediatePropagation(); return; }
    const action = ACTIONS.find(([key]) => key === event.key);
    if (!action && !THEME.has(event.key)) return;
    event.stopImmediatePropagation();
    if (used && action && action[2]()) event.preventDefault();
  };
  window.addEventListener("keydown", heard, true);

  let dialog = null;
  const make = (words) => {
    dialog = document.createElement("dialog");
    dialog.className = "cl-dialog cl-keys";
    dialog.setAttribute("aria-labelledby", "cl-keys-title");
    dialog.innerHTML = '<div class="cl-dialog-top"><h2 id="cl-keys-title"></h2>'
      + '<button type="button" class="cl-dialog-close"><span aria-hidden="true">×</span></button></div>'
      + '<dl></dl><label class="cl-keys-use"><input type="checkbox"> <span></span></label><p role="status"></p>';
    dialog.querySelector("h2").textContent = words.keys;
    const close = dialog.querySelector("button");
    close.setAttribute("aria-label", words.close);
    close.addEventListener("click", () => dialog.close());
    const list = dialog.querySelector("dl");
    for (const [key, name] of ACTIONS) {
      const row = document.createElement("div");
      row.innerHTML = "<dt><kbd></kbd></dt><dd></dd>";
      row.querySelector("kbd").textContent = key;
      row.querySelector("dd").textContent = words[`key-${name}`];
      list.append(row);
    }
    const input = dialog.querySelector("input");
    dialog.querySelector(".cl-keys-use span").textContent = words["keys-use"];
    const show = () => {
      document.body.classList.toggle("cl-keys-unused", !used);
      list.classList.toggle("cl-unused", !used);
      dialog.querySelector("[role=status]").textContent = used ? "" : words["keys-off"];
    };
    input.checked = used;
    input.addEventListener("change", () => {
      used = input.checked;
      store(used ? "yes" : "no");
      show();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    show();
  };
  const button = first(".cl-keys-open");
  document.body.classList.toggle("cl-keys-unused", !used);
  if (button && window.clausierGiven) {
    button.hidden = false;
    button.addEventListener("click", () => window.clausierGiven().then((data) => {
      if (!data) return;
      if (!dialog) make(data.words);
      if (!dialog.open) dialog.showModal();
    }, () => {}));
  }
})();
