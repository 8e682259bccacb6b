const live = document.getElementById("live");
new EventSource(document.currentScript.dataset.events).onmessage = async () => {
  const page = await (await fetch(location.href)).text();
  const next = new DOMParser().parseFromString(page, "text/html").getElementById("live");
  live.replaceChildren(...next.childNodes);
};
