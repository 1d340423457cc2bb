/* The jump box: a number, a name or a few words, and Enter goes there. */
(() => {
  const root = new URL("../../", document.currentScript.src);
  const language = document.documentElement.lang;
  const button = document.querySelector(".cl-jump-open");
  const MOST = 40;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}.]+/gu, " ").replace(/\.(?![\p{L}\p{N}])/gu, " ").trim();

  let waiting = null;
  const given = () => {
    waiting ??= new Promise((resolve, reject) => {
      if (window.clausierReading) { resolve(window.clausierReading); return; }
      const script = document.createElement("script");
      script.src = new URL(`assets/clausier/reading-${language}.js`, root).href;
      script.onload = () => resolve(window.clausierReading);
      script.onerror = reject;
      document.head.append(script);
    });
    return waiting;
  };
  window.clausierGiven = given;

  const read = (data) => data.places.map(([number, title, kind, way, names = ""], order) => {
    const folded = [number, title, names].map(fold);
    return { number, title, names, kind: data.kinds[kind], way, order, folded, all: ` ${folded.join(" ")} ${fold(data.kinds[kind])}` };
  });
  const rank = (place, query, parts) => {
    const [number, title, names] = place.folded;
    if (number === query || (names && names === query)) return 0;
    if (title === query) return 1;
    if (number.startsWith(query) || (names && names.startsWith(query))) return 2;
    if (title.startsWith(query)) return 3;
    if (parts.every((part) => place.all.includes(` ${part}`))) return 4;
    if (/^[\d.]+$/.test(query)) return 9;
    return parts.every((part) => place.all.includes(part)) ? 5 : 9;
  };
  const find = (places, typed) => {
    const query = fold(typed);
    if (!query) return places;
    const parts = query.split(" ");
    return places.map((place) => [rank(place, query, parts), place])
      .filter(([rank]) => rank < 9)
      .sort((a, b) => a[0] - b[0] || a[1].order - b[1].order)
      .map(([, place]) => place);
  };

  const make = (data) => {
    const words = data.words;
    const places = read(data);
    const dialog = document.createElement("dialog");
    dialog.className = "cl-dialog cl-jump";
    dialog.setAttribute("aria-label", words.jump);
    dialog.innerHTML = '<div class="cl-jump-top"><input type="text" role="combobox" aria-expanded="true" aria-controls="cl-jump-list"'
      + ' aria-autocomplete="list" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false">'
      + '<button type="button" class="cl-dialog-close"><span aria-hidden="true">×</span></button></div>'
      + '<ul role="listbox" id="cl-jump-list"></ul><p class="cl-jump-said" role="status"></p>';
    const input = dialog.querySelector("input");
    const list = dialog.querySelector("ul");
    const said = dialog.querySelector(".cl-jump-said");
    input.setAttribute("aria-label", words.jump);
    input.placeholder = words["jump-hint"];
    list.setAttribute("aria-label", words.jump);
    const close = dialog.querySelector(".cl-dialog-close");
    close.setAttribute("aria-label", words.close);
    let chosen = -1;

    const line = (place, index) => {
      const item = document.createElement("li");
      item.id = `cl-jump-${index}`;
      item.setAttribute("role", "option");
      item.dataset.way = place.way;
      for (const [name, text] of [["cl-number", place.number], ["cl-jump-title", place.title], ["cl-jump-kind", place.kind]]) {
        if (!text) continue;
        const part = document.createElement("span");
        part.className = name;
        part.textContent = text;
        item.append(part, " ");
      }
      return item;
    };
    const choose = (index) => {
      const items = list.children;
      if (items[chosen]) items[chosen].setAttribute("aria-selected", "false");
      chosen = items.length ? (index + items.length) % items.length : -1;
      if (chosen < 0) { input.removeAttribute("aria-activedescendant"); return; }
      items[chosen].setAttribute("aria-selected", "true");
      items[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", items[chosen].id);
    };
    const show = () => {
      const found = find(places, input.value);
      const few = found.slice(0, MOST);
      list.replaceChildren(...few.map(line));
      for (const item of list.children) item.setAttribute("aria-selected", "false");
      const count = found.length;
      said.textContent = count === 0 ? words["jump-none"]
        : count === 1 ? words["jump-one"]
        : count > MOST ? words["jump-first"].replace("{0}", MOST).replace("{1}", count)
        : words["jump-many"].replace("{0}", count);
      list.hidden = count === 0;
      input.setAttribute("aria-expanded", String(count > 0));
      choose(0);
      list.scrollTop = 0;
    };
    const go = () => {
      const item = list.children[chosen];
      if (!item) return;
      dialog.close();
      location.href = new URL(item.dataset.way, root).href;
    };
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key in move) {
        event.preventDefault();
        const far = Math.abs(move[event.key]) > 1;
        const next = chosen + move[event.key];
        choose(far ? Math.max(0, Math.min(next, list.children.length - 1)) : next);
      } else if (event.key === "Enter") {
        event.preventDefault();
        go();
      }
    });
    list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) { choose([...list.children].indexOf(item)); go(); }
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    return { dialog, input, show };
  };

  let box = null;
  const open = () => given().then((data) => {
    if (!data) return;
    box ??= make(data);
    if (box.dialog.open) return;
    box.input.value = "";
    box.dialog.showModal();
    box.show();
    box.input.focus();
  }, () => {});
  if (button) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
})();
