(function () {
  "use strict";
  document.documentElement.className = "js";

  // Anchors of folded types open them.
  function open() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { return; }
    var target = id ? document.getElementById(id) : null;
    if (target) {
      if (target.tagName === "DETAILS") { target.open = true; }
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", open);
  open();

  // The filter of the navigation: an entry stays when it has every word, a list when one of its entries stays.
  var nav = document.querySelector("nav");
  var filter = document.getElementById("filter");
  var entries = Array.from(nav.querySelectorAll("li"));
  var lists = Array.from(nav.querySelectorAll("details"));
  var opened = lists.map(function (list) { return list.open; });
  filter.addEventListener("input", function () {
    var words = filter.value.toLowerCase().split(" ").filter(Boolean);
    entries.reverse().forEach(function (entry) {
      var text = entry.getAttribute("data-find");
      entry.hidden = text === null
        ? entry.querySelector("li:not([hidden])") === null
        : !words.every(function (word) { return text.includes(word); });
    });
    entries.reverse();
    lists.forEach(function (list, index) { list.open = words.length ? true : opened[index]; });
  });
  addEventListener("keydown", function (event) {
    if (event.key === "/") {
      if (event.target.tagName !== "INPUT") {
        event.preventDefault();
        filter.focus();
      }
    }
  });

  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target.closest("nav a")) { document.getElementById("menu").checked = false; }
    if (target.className === "copy") {
      var label = target.textContent;
      navigator.clipboard.writeText(target.parentNode.querySelector("code").textContent).then(function () {
        target.textContent = target.getAttribute("data-done");
        setTimeout(function () { target.textContent = label; }, 1500);
      });
    }
    if (target.classList.contains("expand")) {
      var types = Array.from(target.parentNode.querySelectorAll("details"));
      var all = types.every(function (type) { return type.open; });
      types.forEach(function (type) { type.open = !all; });
    }
  });
})();
