// Renews the cells marked data-live every two seconds. Forms are left alone, so that nobody loses a
// reason half typed; when strategies come or go the page is loaded anew unless a form is open.
(function () {
  "use strict";
  // The console's frame does not tell narrow screens to keep their width.
  if (!document.querySelector("meta[name=viewport]")) {
    var viewport = document.createElement("meta");
    viewport.name = "viewport";
    viewport.content = "width=device-width, initial-scale=1";
    document.head.appendChild(viewport);
  }
  var root = document.querySelector(".souk [data-signature]");
  if (!root || !window.fetch) {
    return;
  }
  function question() {
    var query = new URLSearchParams(location.search);
    query.delete("notice");
    return query.toString();
  }
  function renew(fresh) {
    var now = fresh.querySelector("[data-signature]");
    if (!now) {
      return;
    }
    if (now.dataset.signature !== root.dataset.signature) {
      if (!document.querySelector(".souk details[open]")) {
        location.replace(location.pathname + "?" + question());
      }
      return;
    }
    var byKey = {};
    fresh.querySelectorAll("[data-live]").forEach(function (cell) {
      byKey[cell.dataset.live] = cell.textContent;
    });
    document.querySelectorAll(".souk [data-live]").forEach(function (cell) {
      var text = byKey[cell.dataset.live];
      if (text !== undefined && text !== cell.textContent) {
        cell.textContent = text;
      }
    });
  }
  setInterval(function () {
    if (document.hidden) {
      return;
    }
    fetch(location.pathname + "?" + question(), { credentials: "same-origin", headers: { "X-Requested-With": "live" } })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) { renew(new DOMParser().parseFromString(text, "text/html")); })
      .catch(function () { /* the platform may be restarting; the next round tries again */ });
  }, 2000);
})();
