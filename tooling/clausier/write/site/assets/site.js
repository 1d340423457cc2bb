/* The filter of the provisions, and marks of verbal forms. */
(() => {
  const data = (id) => {
    const element = document.getElementById(id);
    try { return element ? JSON.parse(element.textContent) : {}; } catch { return {}; }
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
    const tools = document.querySelector(".cl-tools");
    if (!first || !tools) return;
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
    tools.append(box);
    show();
  };

  const words = data("cl-words");
  const start = () => { filter(); verbs(); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
