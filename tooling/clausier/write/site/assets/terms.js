/* Cards of terms: the definition on hover, focus or tap. */
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
    (document.querySelector("main") || document.body).append(card);
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
      const top = below ? box.bottom + 4 : Math.max(56, box.top - card.offsetHeight - 4);
      card.style.top = `${top + scrollY}px`;
    };
    const show = (link) => {
      const term = terms[link.dataset.term];
      if (!term) return;
      clearTimeout(timer);
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
      link.addEventListener("blur", () => later(() => { if (!card.matches(":hover")) hide(); }, 100));
      link.addEventListener("pointerdown", (event) => {
        touched = event.pointerType === "touch" && owner !== link && link.dataset.term in terms;
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

  cards();
})();
