/* A citation of each block: where it stands, in words, and its address. One control moves among the blocks. */
(() => {
  const article = document.querySelector(".md-content__inner");
  const tools = document.querySelector(".cl-tools");
  if (!article || !tools || !window.clausierGiven || article.querySelector(".cl-beside")) return;
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const FRAMES = ".cl-note, .cl-example, .cl-warning, blockquote";
  const CITABLE = `:is(${HEADINGS}, p, li, tr, dt, pre, figure, ${FRAMES}, .cl-table, .cl-equation, .cl-reference)[id]`;

  const citable = (block) => block && block.matches(CITABLE) && !block.id.startsWith("cl--")
    && !block.closest(".cl-why, .cl-footnotes, .cl-tools")
    && !(block.matches("p") && block.parentElement.matches(FRAMES) && block === block.parentElement.firstElementChild);
  const all = () => [...article.querySelectorAll(CITABLE)].filter(citable);
  const around = (element) => {
    for (let one = element; one && one !== article; one = one.parentElement) if (citable(one)) return one;
    return null;
  };

  const text = (element) => element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  const label = (block) => text(block.querySelector(".cl-label")).replace(/\s*:$/, "");
  const heading = (block) => {
    const found = [...article.querySelectorAll(HEADINGS)].filter((one) => one === block
      || one.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING);
    return found[found.length - 1];
  };
  const place = (head) => text(head && head.querySelector(".cl-number"))
    || text(head && head.querySelector(".md-typeset > span") || head).replace(/\s*¶$/, "");
  const siblings = (block, names) => {
    const found = [];
    const own = heading(block);
    for (const one of article.querySelectorAll(names)) if (heading(one) === own) found.push(one);
    return found;
  };
  const holder = (block) => {
    const found = block.parentElement.closest(`li, ${FRAMES}, .cl-table, .cl-figure, .cl-where, .cl-footnote`);
    return found && article.contains(found) ? found : null;
  };
  const alike = (block, names) => {
    const outer = holder(block);
    return outer ? [...outer.querySelectorAll(names)].filter((one) => holder(one) === outer)
      : siblings(block, names).filter((one) => !holder(one));
  };
  const numbered = (word, number) => word.replace("{0}", number);
  const item = (block, words) => {
    const chain = [];
    let list = null;
    for (let one = block; one && article.contains(one) && (!list || list.parentElement.closest("li") === one); one = list.parentElement.closest("li")) {
      list = one.parentElement;
      const sign = text(one.querySelector(":scope > .cl-label"));
      chain.unshift(/[\p{L}\p{N}]/u.test(sign) ? sign : `${[...list.children].indexOf(one) + 1}`);
    }
    const lists = alike(list, ".cl-list");
    const sign = chain.join(" ");
    const said = lists.length > 1
      ? words["cite-list"].replace("{0}", lists.indexOf(list) + 1).replace("{1}", sign)
      : numbered(words["cite-item"], sign);
    return [...outside(list, words), said];
  };
  const row = (block, words) => {
    if (block.closest("thead")) return words["cite-head"];
    return numbered(words["cite-row"], [...block.parentElement.children].indexOf(block) + 1);
  };
  const paragraph = (block, words) => {
    if (block.matches(".cl-definition")) return words["cite-definition"];
    const plain = alike(block, "p").filter((one) => !one.matches(".cl-definition, .cl-status, .cl-source, .cl-key"));
    return numbered(words["cite-paragraph"], plain.indexOf(block) + 1);
  };
  const outside = (block, words) => {
    const outer = holder(block);
    return outer ? of(outer, words) : [];
  };
  const own = (block, words) => {
    if (block.matches("p")) return block.parentElement.matches(".cl-footnote > div") ? "" : paragraph(block, words);
    if (block.matches("tr")) return row(block, words);
    if (block.matches(".cl-equation")) return numbered(words["cite-formula"], label(block)).trim();
    if (block.matches(".cl-table")) return text(block.querySelector("caption .cl-label")) || words["cite-table"];
    if (block.matches(".cl-subfigure")) return label(block);
    if (block.matches("figure")) return text(block.querySelector(":scope > figcaption .cl-label")) || words["cite-figure"];
    if (block.matches("dt")) return numbered(words["cite-entry"], text(block));
    if (block.matches("pre")) return words["cite-listing"];
    if (block.matches("blockquote")) return words["cite-quote"];
    if (block.matches(".cl-footnote")) return numbered(words["cite-footnote"], label(block));
    return label(block);
  };
  const of = (block, words) => {
    if (block.matches(HEADINGS)) return [];
    if (block.matches("li")) return item(block, words);
    if (block.matches(".cl-where")) return of(block.previousElementSibling, words);
    return [...outside(block, words), own(block, words)].filter(Boolean);
  };
  const name = (block, words) => [place(heading(block)), ...of(block, words)].filter(Boolean).join(", ");

  const citation = (block, words) => {
    const identity = text(document.querySelector(".cl-identity"));
    const designation = text(document.querySelector(".cl-header-identity"));
    const title = /\d/.test(designation) ? "" : text(document.querySelector(".cl-brand > span"));
    const rest = identity.startsWith(designation) ? identity.slice(designation.length).replace(/^[\s·]+/, "") : identity;
    const where = [title, designation, name(block, words)].filter(Boolean).join(", ");
    const address = new URL(location.href);
    address.hash = block.id;
    return `${where}${rest ? ` [${rest}]` : ""}\n${address}`;
  };
  const byHand = (words) => {
    const field = document.createElement("textarea");
    field.value = words;
    field.className = "cl-unseen";
    document.body.append(field);
    field.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch { /* refused */ }
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  };
  const copy = (words) => navigator.clipboard && window.isSecureContext
    ? navigator.clipboard.writeText(words).catch(() => byHand(words)) : byHand(words);

  const make = (tag, kind, more = {}) => Object.assign(document.createElement(tag), { className: kind, ...more });
  const button = make("button", "cl-cite", { type: "button", textContent: "§", hidden: true, tabIndex: -1 });
  const said = make("div", "cl-cited");
  said.setAttribute("role", "status");
  document.body.append(button, said);
  let block = null;
  let citing = false;
  let from = null;
  let timer = 0;

  const say = (words, lasting) => {
    clearTimeout(timer);
    said.textContent = words;
    if (!lasting) timer = setTimeout(() => { said.textContent = ""; }, 4000);
  };
  const show = (next, words) => {
    if (block) block.classList.remove("cl-citing");
    block = next;
    const box = block.getBoundingClientRect();
    const left = article.getBoundingClientRect().left + scrollX;
    button.hidden = false;
    const narrow = left < 40;
    button.style.top = `${box.top + scrollY - (narrow ? 22 : 0)}px`;
    button.style.left = `${narrow ? box.left : left - 26}px`;
    button.title = words.cite.replace("{0}", name(block, words));
    button.setAttribute("aria-label", button.title);
    block.classList.toggle("cl-citing", citing);
  };
  const leave = (back) => {
    citing = false;
    if (block) block.classList.remove("cl-citing");
    block = null;
    button.hidden = true;
    say("");
    if (back && from) from.focus();
  };
  const go = (next, words) => {
    next.scrollIntoView({ block: "nearest" });
    const { top, bottom } = next.getBoundingClientRect();
    if (top < 80) scrollBy(0, top - 80);
    else if (bottom > innerHeight - 90) scrollBy(0, Math.min(bottom - innerHeight + 90, top - 80));
    show(next, words);
    button.focus({ preventScroll: true });
    say(`${name(next, words)}. ${words["cite-hint"]}`, true);
  };
  const begin = (words) => {
    if (citing) { leave(true); return; }
    from = document.activeElement;
    citing = true;
    const found = all();
    const asked = around(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    const seen = found.find((one) => one.getBoundingClientRect().top > 50);
    const first = asked || seen || found[0];
    if (first) go(first, words);
  };
  const move = { ArrowDown: 1, ArrowRight: 1, j: 1, ArrowUp: -1, ArrowLeft: -1, k: -1 };

  article.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || citing) return;
    const over = around(event.target);
    if (over && over !== block) window.clausierGiven().then((data) => { if (!citing) show(over, data.words); }, () => {});
  });
  article.addEventListener("click", (event) => {
    const over = citing && !event.target.closest("a, button, input, summary") && around(event.target);
    if (over) window.clausierGiven().then((data) => go(over, data.words), () => {});
  });
  button.addEventListener("keydown", (event) => {
    if (!citing || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = all();
    const at = found.indexOf(block);
    const next = event.key === "Home" ? 0 : event.key === "End" ? found.length - 1
      : event.key in move ? at + move[event.key] : -1;
    if (event.key === "Escape") { event.preventDefault(); leave(true); return; }
    if (event.key in move || event.key === "Home" || event.key === "End") event.preventDefault();
    if (found[next]) window.clausierGiven().then((data) => go(found[next], data.words), () => {});
  });
  button.addEventListener("blur", (event) => { if (citing && event.relatedTarget) leave(false); });
  button.addEventListener("click", () => window.clausierGiven().then((data) => {
    const words = citation(block, data.words);
    const short = name(block, data.words);
    copy(words).then(() => say(data.words.copied.replace("{0}", short)), () => {
      say(`${data.words["cite-failed"]} ${words}`, true);
    });
  }, () => {}));

  const opener = make("button", "cl-cite-open", { type: "button" });
  opener.innerHTML = '<span aria-hidden="true">§</span> <span></span>';
  opener.lastChild.textContent = JSON.parse(document.getElementById("cl-words").textContent)["cite-open"];
  opener.addEventListener("click", () => window.clausierGiven().then((data) => begin(data.words), () => {}));
  tools.append(opener);
})();
