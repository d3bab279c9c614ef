// Plain ES5, run before anything else: an old webview cannot even read the pane's own scripts.
(function () {
  var isOld = typeof Promise === "undefined" || typeof Symbol === "undefined" || !("noModule" in document.createElement("script"));
  if (isOld) window.location.replace("legacy.html");
})();
