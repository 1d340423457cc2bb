/* A citation of each block. */
(() => {
  const data = (id) => {
    const element = document.getElementById(id);
    try { return element ? JSON.parse(element.textContent) : {}; } catch { return {}; }
  };

  const words = data("cl-words");
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

  cite();
})();
