/* The drawing of the trace: what a node is joined to shows itself under the mouse or the focus. */
(() => {
  for (const drawing of document.querySelectorAll(".cl-trace")) {
    const lines = [...drawing.querySelectorAll("[data-from]")];
    const nodes = [...drawing.querySelectorAll("[data-node]")];
    const walk = (start, from, to, found, met) => {
      if (met.has(start)) return;
      met.add(start);
      for (const line of lines) {
        if (line.dataset[from] === start) { found.add(line); walk(line.dataset[to], from, to, found, met); }
      }
    };
    const show = (node) => {
      const found = new Set();
      const met = new Set();
      if (node) {
        walk(node.dataset.node, "from", "to", found, met);
        met.delete(node.dataset.node);
        walk(node.dataset.node, "to", "from", found, met);
      }
      drawing.classList.toggle("cl-traced", Boolean(node));
      for (const line of lines) line.classList.toggle("cl-on", found.has(line));
      for (const one of nodes) one.classList.toggle("cl-on", met.has(one.dataset.node));
    };
    for (const node of nodes) {
      node.addEventListener("pointerenter", () => show(node));
      node.addEventListener("pointerleave", () => show(null));
      node.addEventListener("focus", () => show(node));
      node.addEventListener("blur", () => show(null));
    }
  }
})();
