/* The search answers in the language of the page: the worker is only given its entries. */
(() => {
  const language = document.documentElement.lang;
  const Native = window.Worker;
  if (!language || !Native) return;
  window.Worker = function (address, options) {
    const worker = new Native(address, options);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message, transfer) => {
      if (message && message.type === 0 && message.data && message.data.docs) {
        const docs = message.data.docs.filter((doc) => doc.location.startsWith(`${language}/`));
        message = { ...message, data: { ...message.data, docs } };
      }
      return transfer ? post(message, transfer) : post(message);
    };
    return worker;
  };
})();
