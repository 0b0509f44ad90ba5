// Renews what is live every two seconds: cells marked data-live get their text, parts marked
// data-region their content. Forms are left alone, so that nobody loses a reason half typed; when
// strategies come or go the page is loaded anew unless somebody works in it.
(function () {
  "use strict";
  // The console's frame does not tell narrow screens to keep their width.
  if (!document.querySelector("meta[name=viewport]")) {
    var viewport = document.createElement("meta");
    viewport.name = "viewport";
    viewport.content = "width=device-width, initial-scale=1";
    document.head.appendChild(viewport);
  }
  var page = document.querySelector(".souk");
  if (!page || !window.fetch || !page.querySelector("[data-signature], [data-region], [data-live]")) {
    return;
  }
  var root = page.querySelector("[data-signature]");
  var shown = {};
  function question() {
    var query = new URLSearchParams(location.search);
    query.delete("notice");
    return query.toString();
  }
  function busy(part) {
    return part.querySelector("details[open]") || part.contains(document.activeElement);
  }
  function working() {
    var at = document.activeElement;
    return page.querySelector("details[open] form") || (at && /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName));
  }
  function cells(fresh) {
    var byKey = {};
    fresh.querySelectorAll("[data-live]").forEach(function (cell) {
      byKey[cell.dataset.live] = cell.textContent;
    });
    page.querySelectorAll("[data-live]").forEach(function (cell) {
      var text = byKey[cell.dataset.live];
      if (text !== undefined && text !== cell.textContent) {
        cell.textContent = text;
      }
    });
  }
  function regions(fresh) {
    page.querySelectorAll("[data-region]").forEach(function (part) {
      var key = part.dataset.region;
      var now = fresh.querySelector('[data-region="' + CSS.escape(key) + '"]');
      if (!now || busy(part)) {
        return;
      }
      var before = shown[key] === undefined ? part.innerHTML : shown[key];
      if (now.innerHTML !== before) {
        part.replaceChildren.apply(part, Array.prototype.slice.call(document.importNode(now, true).childNodes));
      }
      shown[key] = now.innerHTML;
    });
  }
  function renew(fresh) {
    var now = fresh.querySelector("[data-signature]");
    if (root && now && now.dataset.signature !== root.dataset.signature) {
      if (!working()) {
        location.replace(location.pathname + "?" + question());
      }
      return;
    }
    cells(fresh);
    regions(fresh);
  }
  setInterval(function () {
    if (document.hidden) {
      return;
    }
    fetch(location.pathname + "?" + question(), { credentials: "same-origin", headers: { "X-Requested-With": "live" } })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) { if (text) { renew(new DOMParser().parseFromString(text, "text/html")); } })
      .catch(function () { /* the platform may be restarting; the next round tries again */ });
  }, 2000);
})();
