// Stands still until a test moves it: elytraClock.advance(milliseconds) also runs what setInterval has planned.
(() => {
  const Real = Date;
  const planned = [];
  let now = 0;
  window.Date = class extends Real {
    constructor(...given) {
      super(...(given.length ? given : [now]));
    }
    static now() {
      return now;
    }
  };
  window.setInterval = (work, every) => planned.push({ work, every, next: now + every });
  window.clearInterval = (id) => { planned[id - 1].work = () => {}; };
  window.elytraClock = {
    set(time) {
      now = time;
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [first] = planned.slice().sort((a, b) => a.next - b.next);
        if (!first || first.next > end) break;
        now = first.next;
        first.next += first.every;
        first.work();
      }
      now = end;
    },
  };
})();
