// A browser starts no worker from a disk: the search engine runs in the page, behind the same messages.
(() => {
  "use strict";
  const run = (self, importScripts) => {
/* the engine */
  };
  self.Worker = class extends EventTarget {
    constructor() {
      super();
      this.scope = new EventTarget();
      this.scope.LegwiseWords = self.LegwiseWords;
      this.scope.postMessage = (data) => setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
      run(this.scope, () => {});
    }

    postMessage(data) {
      setTimeout(() => this.scope.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {}
  };
})();
