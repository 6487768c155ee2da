// page.js - the filter. Without it the page shows everything.
(function () {
  "use strict";
  var form = document.querySelector("nav form");
  var input = document.getElementById("filter");
  var output = document.querySelector("nav output");
  var items = Array.prototype.slice.call(document.querySelectorAll("[data-f]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll("[data-g]"));
  var names = {};

  // The names of the page, offered while typing; a name finds what it means
  // ("he said"), other words find what is written.
  document.querySelectorAll("[data-name]").forEach(function (row) {
    var option = document.createElement("option");
    option.value = row.dataset.name;
    document.getElementById("filter-names").appendChild(option);
    names[row.dataset.name.toLowerCase()] = row.dataset.f;
  });

  function fits(item, wanted, key) {
    if (wanted === "") return true;
    if (key) return item.dataset.f.split(" ").indexOf(key) >= 0;
    return item.textContent.toLowerCase().indexOf(wanted) >= 0;
  }

  function apply() {
    var wanted = input.value.trim().toLowerCase();
    var key = Object.prototype.hasOwnProperty.call(names, wanted)
      ? names[wanted] : null;
    var found = 0;
    items.forEach(function (item) {
      item.hidden = !fits(item, wanted, key);
      if (!item.hidden) found += 1;
    });
    groups.forEach(function (group) {
      var shown = group.querySelectorAll("[data-f]:not([hidden])").length;
      var tally = group.querySelector(".tally");
      group.hidden = shown === 0;
      if (tally) tally.textContent = shown;
    });
    output.textContent = wanted === "" ? "" : found + " found";
  }

  // A link may lead to what the filter hides.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target || !target.closest("[hidden]")) return;
    input.value = "";
    apply();
    target.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.addEventListener("input", apply);
  window.addEventListener("hashchange", reveal);
}());
