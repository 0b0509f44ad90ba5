// Renews the cells marked data-live every two seconds. Forms are left alone, so that nobody loses a
// reason half typed; when strategies come or go the page is loaded anew unless a form is open.
(function () {
  "use strict";
  var root = document.querySelector(".souk [data-signature]");
  if (!root || !window.fetch) {
    return;
  }
  function renew(fresh) {
    var now = fresh.querySelector("[data-signature]");
    if (!now) {
      return;
    }
    if (now.dataset.signature !== root.dataset.signature) {
      if (!document.querySelector(".souk details[open]")) {
        var url = new URL(location.href);
        url.searchParams.delete("notice");
        location.replace(url);
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
    var url = new URL(location.href);
    url.searchParams.delete("notice");
    fetch(url, { credentials: "same-origin", headers: { "X-Requested-With": "live" } })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) { renew(new DOMParser().parseFromString(text, "text/html")); })
      .catch(function () { /* the platform may be restarting; the next round tries again */ });
  }, 2000);
})();
