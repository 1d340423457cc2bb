/* Cards of terms, the filter of the provisions, marks of verbal forms, a link to each paragraph. */
(() => {
  const data = (id) => {
    const element = document.getElementById(id);
    try { return element ? JSON.parse(element.textContent) : {}; } catch { return {}; }
  };

  const cards = () => {
    const terms = data("cl-terms");
    const card = document.createElement("div");
    card.className = "cl-card md-typeset";
    card.id = "cl-card";
    card.setAttribute("role", "tooltip");
    card.hidden = true;
    document.body.append(card);
    let owner = null;
    let timer = 0;

    const hide = () => {
      if (owner) owner.removeAttribute("aria-describedby");
      owner = null;
      card.hidden = true;
    };
    const place = (link) => {
      const box = link.getBoundingClientRect();
      const width = card.offsetWidth;
      const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
      const below = box.bottom + card.offsetHeight + 8 < innerHeight;
      card.style.left = `${left + scrollX}px`;
      card.style.top = `${(below ? box.bottom + 4 : box.top - card.offsetHeight - 4) + scrollY}px`;
    };
    const show = (link) => {
      const term = terms[link.dataset.term];
      if (!term) return;
      if (owner && owner !== link) hide();
      owner = link;
      card.innerHTML = `<p class="cl-card__name"><span class="cl-number"></span> <strong></strong></p>`
        + `<p>${term.definition}</p><div class="cl-card__notes">${term.notes}</div>`;
      card.querySelector(".cl-number").textContent = term.number;
      card.querySelector("strong").textContent = term.name;
      card.hidden = false;
      link.setAttribute("aria-describedby", "cl-card");
      place(link);
    };
    const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };

    for (const link of document.querySelectorAll("a[data-term]")) {
      let touched = false;
      link.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") later(() => show(link), 120);
      });
      link.addEventListener("pointerleave", (event) => {
        if (event.pointerType === "mouse") later(hide, 250);
      });
      link.addEventListener("focus", () => show(link));
      link.addEventListener("blur", () => later(hide, 100));
      link.addEventListener("pointerdown", (event) => {
        touched = event.pointerType === "touch" && owner !== link;
      });
      link.addEventListener("click", (event) => {
        if (touched) { event.preventDefault(); show(link); touched = false; }
      });
    }
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(hide, 250));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    document.addEventListener("pointerdown", (event) => {
      if (owner && !card.contains(event.target) && !event.target.closest("a[data-term]")) hide();
    });
  };

  const filter = () => {
    const form = document.querySelector(".cl-filter");
    if (!form) return;
    const rows = [...document.querySelectorAll(".cl-filtered tbody tr")];
    const names = ["type", "clause", "principle"].filter((name) => form.elements[name]);
    const count = form.querySelector(".cl-count");
    const asked = new URLSearchParams(location.search);
    for (const name of names) if (asked.has(name)) form.elements[name].value = asked.get(name);

    const fits = (row) => names.every((name) => {
      const wanted = form.elements[name].value;
      return !wanted || row.dataset[name].split(" ").includes(wanted);
    });
    const apply = () => {
      let shown = 0;
      for (const row of rows) { row.hidden = !fits(row); shown += !row.hidden; }
      count.textContent = count.dataset.words.replace("{0}", shown).replace("{1}", rows.length);
    };
    const remember = () => {
      const address = new URL(location.href);
      for (const name of names) {
        if (form.elements[name].value) address.searchParams.set(name, form.elements[name].value);
        else address.searchParams.delete(name);
      }
      history.replaceState(null, "", address);
    };
    form.addEventListener("change", () => { apply(); remember(); });
    form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
  };

  const verbs = () => {
    const first = document.querySelector(".md-content__inner .cl-verb");
    const title = document.querySelector(".md-content__inner h1");
    if (!first || !title) return;
    const box = document.createElement("label");
    box.className = "cl-toggle";
    box.innerHTML = '<input type="checkbox"> <span></span>';
    box.querySelector("span").textContent = words["verbs-show"];
    const input = box.querySelector("input");
    const show = () => document.body.classList.toggle("cl-verbs", input.checked);
    try { input.checked = localStorage.getItem("clausier.verbs") === "yes"; } catch { /* private */ }
    input.addEventListener("change", () => {
      show();
      try { localStorage.setItem("clausier.verbs", input.checked ? "yes" : "no"); } catch { /* private */ }
    });
    const status = document.querySelector(".cl-status");
    (status && status.previousElementSibling === title ? status : title).after(box);
    show();
  };

  const cite = () => {
    const article = document.querySelector(".md-content__inner");
    const identity = document.querySelector(".cl-header-identity");
    if (!article || !article.querySelector("h1 .cl-number") || !navigator.clipboard) return;
    const button = document.createElement("button");
    button.className = "cl-cite";
    button.type = "button";
    button.textContent = "§";
    button.hidden = true;
    const said = document.createElement("span");
    said.className = "cl-cited";
    said.setAttribute("role", "status");
    document.body.append(button, said);
    let block = null;

    const name = () => {
      let heading = null;
      for (const one of article.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
        if (one.compareDocumentPosition(block) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) heading = one;
        if (one === block) break;
      }
      const number = heading && heading.querySelector(".cl-number");
      const label = block.matches("h1, h2, h3, h4, h5, h6") ? null : block.querySelector(".cl-label");
      const parts = [identity && identity.textContent, number && number.textContent, label && label.textContent];
      return parts.filter(Boolean).map((part) => part.trim()).join(", ");
    };
    article.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const over = event.target.closest("[id]:not(span, sup, dt, section)");
      if (!over || !article.contains(over) || over === block) return;
      block = over;
      const box = over.getBoundingClientRect();
      button.hidden = false;
      button.style.top = `${box.top + scrollY}px`;
      button.style.left = `${article.getBoundingClientRect().left + scrollX - 22}px`;
      button.title = words["cite"].replace("{0}", name());
      button.setAttribute("aria-label", button.title);
    });
    button.addEventListener("click", () => {
      const address = new URL(location.href);
      address.hash = block.id;
      const text = name();
      navigator.clipboard.writeText(`${text}\n${address}`).then(() => {
        said.textContent = words["copied"].replace("{0}", text);
        setTimeout(() => { said.textContent = ""; }, 2500);
      }, () => {});
    });
  };

  const words = data("cl-words");
  const start = () => { cards(); filter(); verbs(); cite(); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
