/* The search answers in the language of the page. The worker is only given its entries, and only
   once a reader turns to the search: `search/<language>.js` where the build has parted the index,
   else those entries of the whole. */
(() => {
  const language = document.documentElement.lang;
  const Native = window.Worker;
  if (!language || !Native) return;

  const turned = () => new Promise((resolve) => {
    const box = document.getElementById("__search");
    if (!box || box.checked) resolve();
    else box.addEventListener("change", resolve, { once: true });
  });
  const parted = () => new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = new URL(`search/${language}.js`, __md_scope).href;
    script.onload = () => resolve(globalThis.clausierSearch || []);
    script.onerror = () => resolve([]);
    document.head.append(script);
  });
  const entries = async (docs) => (docs.length
    ? docs.filter((doc) => doc.location.startsWith(`${language}/`))
    : parted());

  window.Worker = function (address, options) {
    const worker = new Native(address, options);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = async (message, transfer) => {
      if (message && message.type === 0 && message.data && message.data.docs) {
        await turned();
        const docs = await entries(message.data.docs);
        post({ ...message, data: { ...message.data, docs } });
      } else if (transfer) post(message, transfer);
      else post(message);
    };
    return worker;
  };
})();
