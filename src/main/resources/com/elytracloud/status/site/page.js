(() => {
  'use strict';
  const root = document.documentElement;
  const data = root.dataset;
  const $ = (id, of = document) => of.getElementById(id);
  const MINUTE = 60000;
  const UNKNOWN_COLOUR = '%235b6575';
  const FOCUSABLE = 'a,summary,[tabindex]';
  const lang = root.lang === 'en' ? 'en-GB' : root.lang;
  const minute = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' };
  const local = new Intl.DateTimeFormat(lang, minute);
  const zoned = new Intl.DateTimeFormat(lang, { ...minute, timeZoneName: 'short' });
  const main = document.querySelector('main');
  let source = main.textContent; // as published, before the times are in the reader's zone
  let updated;
  let staleAfter;
  let skew; // how far the reader's clock is behind the document
  let isGrey;
  let asked = Date.now();

  const now = () => Date.now() + skew;
  const text = (element, value) => {
    if (element && element.textContent !== value) element.textContent = value;
  };
  const icon = (of = document) => of.querySelector('link[rel=icon]');

  const ago = (time) => {
    const minutes = Math.max(0, Math.floor((now() - time) / MINUTE));
    const relative = new Intl.RelativeTimeFormat(lang, { numeric: minutes ? 'always' : 'auto' });
    if (minutes < 1) return relative.format(0, 'second');
    if (minutes < 60) return relative.format(-minutes, 'minute');
    return minutes < 2880 ? relative.format(-Math.floor(minutes / 60), 'hour') : relative.format(-Math.floor(minutes / 1440), 'day');
  };

  // Each time keeps the room that it has, so that nothing around it moves; the templates put it last in its line.
  const localTimes = () => {
    const times = [...document.querySelectorAll('time[datetime*=T]:not([title])')];
    const widths = times.map((each) => each.getBoundingClientRect().width);
    times.forEach((time, i) => {
      time.style.minWidth = `min(${Math.ceil(widths[i])}px, 100%)`;
      time.title = time.textContent;
      text(time, (time.id === 'updated' ? zoned : local).format(new Date(time.dateTime)));
    });
    text($('zone'), $('zone').dataset.local);
  };

  const paint = (element, state) => {
    element.dataset.state = state;
    const use = element.querySelector('use');
    if (use) use.setAttribute('href', '#i-' + state);
  };

  // Its texts take the place of texts that are about as long, so that nothing moves.
  const goGrey = () => {
    isGrey = true;
    data.state = 'unknown';
    paint($('status'), 'unknown');
    text($('sentence'), data.unknown);
    text($('live'), data.unknown);
    document.title = data.unknown + ' · ' + document.title.split(' · ').slice(1).join(' · ');
    icon().href = icon().href.replace(/%23[0-9a-f]{6}/, UNKNOWN_COLOUR);
    for (const row of document.querySelectorAll('.rows li')) {
      const word = row.querySelector('.word');
      if (row.dataset.state !== 'unknown') text(word, data.was.replace('{0}', () => word.textContent));
      paint(row, 'unknown');
    }
  };

  const tick = () => {
    if (!updated) return;
    if (!isGrey && now() >= staleAfter) goGrey();
    text($('age'), (isGrey ? data.last : data.ago).replace('{0}', () => ago(updated)));
  };

  const show = () => {
    updated = Date.parse(data.updated);
    staleAfter = Date.parse(data.staleAfter);
    skew = Math.max(0, updated - Date.now()) || 0;
    isGrey = false;
    localTimes();
    if (skew > 2 * MINUTE) {
      const behind = new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
      text($('clock'), data.clock.replace('{0}', () => behind.format(Math.round(skew / MINUTE))));
      $('clock').hidden = false;
    }
    tick();
  };

  const replaceWith = (next) => {
    const before = data.state + document.title;
    const opened = [...main.querySelectorAll('details[open][id]')].map((each) => each.id);
    const active = main.contains(document.activeElement) && document.activeElement;
    const [x, y] = [scrollX, scrollY];
    for (const [key, value] of Object.entries(next.documentElement.dataset)) data[key] = value;
    document.title = next.title;
    icon().href = icon(next).href;
    source = next.querySelector('main').textContent;
    main.replaceChildren(...next.querySelector('main').childNodes);
    for (const id of opened) if ($(id)) $(id).open = true;
    show();
    if (active) {
      const same = (each) => each.tagName === active.tagName && each.textContent === active.textContent;
      [...main.querySelectorAll(FOCUSABLE)].find(same)?.focus({ preventScroll: true });
    }
    scrollTo(x, y);
    if (before !== data.state + document.title) text($('live'), ($('sentence') || $('title')).textContent);
  };

  const accept = (next) => {
    const part = (of, query) => of.querySelector(query)?.outerHTML;
    if (!next?.querySelector('main') || !next.querySelector('style')) return;
    const isNews = updated
      ? Date.parse(next.documentElement.dataset.updated) > updated
      : next.querySelector('main').textContent !== source;
    if (!isNews) return;
    if (['style', 'script[src]'].some((query) => part(next, query) !== part(document, query))) location.reload();
    else replaceWith(next);
  };

  // The browser parses the page without running anything in it; its policy would refuse a parser of strings.
  const refresh = () => {
    if (document.hidden || Date.now() - asked < MINUTE) return;
    asked = Date.now();
    const request = new XMLHttpRequest();
    request.open('GET', location.pathname);
    request.responseType = 'document';
    request.timeout = 10000;
    request.setRequestHeader('Cache-Control', 'no-cache');
    request.onload = () => request.status === 200 && accept(request.response);
    request.send();
  };

  show();
  const beat = () => { tick(); refresh(); };
  setInterval(beat, 5000);
  document.addEventListener('visibilitychange', beat);
})();
