/* The same place in another language, or beside it: links of the page take the reader's place along. */
(() => {
  const OF_WORDS = /-[0-9a-f]{8}(-\d+)?$/;
  const HEADINGS = ":is(h1, h2, h3, h4, h5, h6)[id]";
  const shared = (id) => id && !OF_WORDS.test(id) && !id.startsWith("cl--");
  const before = (element) => [...document.querySelectorAll(`.md-content ${HEADINGS}`)].filter((one) => shared(one.id)
    && one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  const seen = () => scrollY < 40 ? null
    : [...document.querySelectorAll(`.md-content ${HEADINGS}`)].filter((one) => shared(one.id) && one.getBoundingClientRect().top < 140).pop();

  const place = (own) => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return (seen() || {}).id || "";
    if (own || shared(id)) return id;
    return (before(target) || {}).id || "";
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cl-beside-open, .cl-switch a");
    if (link) link.hash = place(link.matches(".cl-beside-open"));
  }, true);
})();
