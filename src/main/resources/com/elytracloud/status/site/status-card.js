/* <elytra-status-card src="…/status.json">: the platform's status on any page, grey as soon as it is too old. */
(() => {
  'use strict';
  const TAG = 'elytra-status-card';
  if (customElements.get(TAG)) return;

  // Every text; each can be replaced by an attribute: label-operational="Alles läuft".
  const TEXTS = {
    loading: 'Checking status…',
    operational: 'All systems operational',
    degraded: 'Minor degradation',
    outage: 'Service disruption',
    unknown: 'Status unavailable',
    stale: '', // these three: the text of unknown, unless they get their own
    unreachable: '',
    invalid: '',
    'unknown-hint': 'No current evidence of the platform’s state.',
    'stale-hint': 'The last update is too old to tell.',
    'unreachable-hint': 'The status could not be loaded.',
    'invalid-hint': 'The status could not be read.',
    uptime: 'Uptime',
    'last-24h': '24 hours',
    'last-7d': '7 days',
    'last-30d': '30 days',
    backups: 'Backups',
    success: 'On schedule',
    warning: 'Partly late',
    failed: 'Failing',
    'backups-unknown': 'Unknown',
    infrastructure: 'Infrastructure',
    'not-known': 'Not known',
    ago: '{} ago',
    now: 'just now',
    minute: 'm',
    hour: 'h',
    day: 'd',
  };
  const STATES = ['operational', 'degraded', 'outage', 'unknown'];
  const SHOWN = 'uptime backups infrastructure age';
  const MINUTE = 60000;
  const PATIENCE = 10000;

  const LIGHT = `--surface:#ffffff;--line:#e2e6ec;--ink:#131720;--muted:#566071;--link:#0b5cad;
--operational:#18794e;--degraded:#9a5700;--outage:#b42318;--unknown:#5b6575;--shade:0 1px 2px #1317200d,0 12px 32px -12px #13172024`;
  const DARK = `--surface:#12161d;--line:#28303c;--ink:#eef1f6;--muted:#9ba6b6;--link:#74b3f7;
--operational:#4cc38a;--degraded:#f0b054;--outage:#ff8a80;--unknown:#9ba6b6;--shade:0 1px 2px #00000040`;
  const CSS = `
:host{${LIGHT};display:block;max-width:27rem;color-scheme:light;text-align:start}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${DARK};color-scheme:dark}}
:host([theme=dark]){${DARK};color-scheme:dark}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0;padding:0}
section{--c:var(--unknown);container-type:inline-size;padding:1.375rem 1.5rem 1.25rem;border:1px solid var(--line);border-radius:1.125rem;
background:var(--surface);color:var(--ink);box-shadow:var(--shade);
font:400 .9375rem/1.5 var(--elytra-font,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif);overflow-wrap:anywhere}
[data-state=operational]{--c:var(--operational)}
[data-state=degraded]{--c:var(--degraded)}
[data-state=outage]{--c:var(--outage)}
header{display:grid;grid-template-columns:auto 1fr auto;gap:0 .75rem;align-items:center}
.mark{position:relative;width:.75rem;height:.75rem;color:var(--c)}
.mark::before{content:"";display:block;width:100%;height:100%;border-radius:50%;background:currentColor}
[data-state=degraded] .mark::before{border-radius:1px;clip-path:polygon(50% 0,100% 96%,0 96%)}
[data-state=degraded] .mark,[data-state=outage] .mark{width:.875rem;height:.875rem}
[data-state=outage] .mark::before{border-radius:0;clip-path:polygon(30% 0,70% 0,100% 30%,100% 70%,70% 100%,30% 100%,0 70%,0 30%)}
.grey .mark::before{background:none;border:2.5px solid currentColor}
[data-state=operational] .mark::after{content:"";position:absolute;inset:0;border-radius:50%;background:currentColor;opacity:.35}
.label{font-size:1.125rem;font-weight:650;letter-spacing:-.015em;line-height:1.3}
.grey .label{color:var(--muted)}
time{color:var(--muted);font-size:.8125rem;white-space:nowrap;font-variant-numeric:tabular-nums}
.hint{grid-column:2/-1;color:var(--muted);font-size:.875rem}
dl{display:grid;gap:.625rem;margin-top:1.125rem;padding-top:1.125rem;border-top:1px solid var(--line)}
dl.uptime{grid-template-columns:repeat(3,1fr);gap:.75rem}
dt{color:var(--muted);font-size:.8125rem}
dd{font-weight:500}
.uptime dd{font-size:1.125rem;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.rows div{display:grid;grid-template-columns:6.5rem 1fr;gap:.75rem;align-items:baseline}
.rows dd time{font-weight:400}
.regions{display:block;color:var(--muted);font-size:.8125rem;font-weight:400}
.more{margin-top:1rem;font-size:.875rem}
.more:not(.filled){display:none}
::slotted(a){color:var(--link);text-underline-offset:.2em}
@container (max-width:19rem){.rows div{grid-template-columns:1fr;gap:0}.uptime dd{font-size:1rem}header{grid-template-columns:auto 1fr}header time{grid-column:2}}
@media (prefers-reduced-motion:no-preference){
section{transition:color .3s,border-color .3s}
[data-state=operational] .mark::after{animation:ping 2.8s cubic-bezier(0,0,.2,1) infinite}
@keyframes ping{70%,to{transform:scale(2.6);opacity:0}}}
@media (forced-colors:active){:host{--surface:Canvas;--line:CanvasText;--ink:CanvasText;--muted:CanvasText;--link:LinkText}
.mark{forced-color-adjust:none;color:CanvasText}}
@media print{section{box-shadow:none}.mark::after{display:none}}`;

  let sheet;
  const style = () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
    }
    return sheet;
  };

  const el = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const put = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  // Throws if it is not a status document, version 1.
  const read = (status) => {
    const times = [status.updated_at, status.stale_after].map((each) => Date.parse(each));
    if (status.schema_version !== 1 || times.some(Number.isNaN) || !STATES.includes(status.platform_status)) {
      throw new TypeError('not a status document');
    }
    return { status, updated: times[0], staleAfter: times[1] };
  };

  class ElytraStatusCard extends HTMLElement {
    static observedAttributes = ['src', 'initial', 'show', ...Object.keys(TEXTS).map((key) => 'label-' + key)];

    #read = null; // the newest document that could be read
    #failure = ''; // why the last attempt brought none
    #told = '';
    #asked = 0;
    #abort = null;
    #timer = 0;
    #parts = null;

    connectedCallback() {
      this.#build();
      this.#handedOver();
      this.#render();
      this.#load();
      this.#timer = setInterval(() => this.#tick(), 5000);
      document.addEventListener('visibilitychange', this.#tick);
    }

    disconnectedCallback() {
      clearInterval(this.#timer);
      document.removeEventListener('visibilitychange', this.#tick);
      this.#abort?.abort();
    }

    attributeChangedCallback(name, before, after) {
      if (!this.isConnected || !this.#parts || before === after) return;
      if (name === 'initial') this.#handedOver();
      if (name === 'src') {
        this.#read = null;
        this.#failure = '';
        this.#load();
      }
      this.#render();
    }

    /** operational, degraded, outage, unknown, stale, unreachable, invalid or loading. */
    get state() {
      if (!this.#read) return this.#failure || 'loading';
      return Date.now() < this.#read.staleAfter ? this.#read.status.platform_status : 'stale';
    }

    #tick = () => {
      this.#render();
      const every = Math.max(60, Number(this.getAttribute('refresh')) || 60) * 1000;
      if (!document.hidden && Date.now() - this.#asked >= every) this.#load();
    };

    #handedOver() {
      try {
        if (this.hasAttribute('initial')) this.#accept(JSON.parse(this.getAttribute('initial')));
      } catch {
        // The page's own copy is a courtesy; the document itself is on its way.
      }
    }

    #accept(status) {
      const news = read(status);
      if (!this.#read || news.updated >= this.#read.updated) this.#read = news;
    }

    async #load() {
      const src = this.getAttribute('src');
      if (!src) return;
      this.#asked = Date.now();
      this.#abort?.abort();
      const abort = this.#abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), PATIENCE);
      let failure = 'unreachable';
      try {
        const reply = await fetch(src, { signal: abort.signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
        if (reply.ok) {
          const text = await reply.text();
          failure = 'invalid';
          this.#accept(JSON.parse(text));
          failure = '';
        }
      } catch {
        // What was read before stays true until its stale_after.
      }
      clearTimeout(timer);
      if (this.#abort !== abort || !this.isConnected) return;
      this.#failure = failure;
      this.#render();
    }

    #text(key) {
      const text = this.getAttribute('label-' + key) ?? TEXTS[key];
      return text || (['stale', 'unreachable', 'invalid'].includes(key) ? this.#text('unknown') : text);
    }

    #build() {
      if (this.#parts) return;
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [style()];
      const parts = this.#parts = {};
      const part = (key, name, className, ...children) => (parts[key] = el(name, className, ...children));
      const row = (key, value) => part(key + 'Row', 'div', '', part(key + 'Name', 'dt'), value);
      part('label', 'p', 'label').setAttribute('role', 'status');
      const slot = el('slot');
      const more = el('p', 'more', slot);
      slot.addEventListener('slotchange', () => more.classList.toggle('filled', slot.assignedElements().length > 0));
      part('card', 'section', '',
        el('header', '', el('span', 'mark'), parts.label, part('age', 'time'), part('hint', 'p', 'hint')),
        part('uptime', 'dl', 'uptime', ...['last_24h', 'last_7d', 'last_30d'].map((key) => row(key, part(key, 'dd')))),
        part('rows', 'dl', 'rows',
          row('backups', el('dd', '', part('backups', 'span'), ' ', part('backupAge', 'time'))),
          row('infrastructure', el('dd', '', part('infrastructure', 'span'), part('regions', 'span', 'regions')))),
        more);
      root.append(parts.card);
    }

    #age(element, time) {
      const minutes = Math.floor((Date.now() - time) / MINUTE);
      const [count, unit] = minutes < 60 ? [minutes, 'minute']
        : minutes < 2880 ? [Math.floor(minutes / 60), 'hour'] : [Math.floor(minutes / 1440), 'day'];
      const iso = new Date(time).toISOString();
      put(element, minutes < 1 ? this.#text('now') : this.#text('ago').replace('{}', () => count + this.#text(unit)));
      element.setAttribute('datetime', iso);
      element.title = iso.slice(0, 16).replace('T', ' ') + ' UTC';
    }

    #render() {
      const { state } = this;
      const parts = this.#parts;
      const known = state in { operational: 1, degraded: 1, outage: 1 };
      parts.card.dataset.state = state;
      parts.card.className = known ? '' : 'grey';
      parts.card.setAttribute('aria-busy', String(state === 'loading'));
      put(parts.label, this.#text(state));
      put(parts.hint, known || state === 'loading' ? '' : this.#text(state + '-hint'));
      parts.hint.hidden = !parts.hint.textContent;
      this.#renderFigures();
      if (state !== this.#told && state !== 'loading') {
        this.#told = state;
        const age = this.#read && Math.max(0, Math.floor((Date.now() - this.#read.updated) / 1000));
        const detail = { state, age, updatedAt: this.#read && this.#read.status.updated_at };
        this.dispatchEvent(new CustomEvent('elytra-status', { bubbles: true, composed: true, detail }));
      }
    }

    #renderFigures() {
      const parts = this.#parts;
      const status = this.#read?.status ?? {};
      const { uptime, backups, infrastructure } = status;
      const shown = (this.getAttribute('show') ?? SHOWN).split(/\s+/);
      const hide = (key, name, gone) => { parts[key].hidden = gone || !shown.includes(name); };
      for (const key of ['last_24h', 'last_7d', 'last_30d']) {
        put(parts[key + 'Name'], this.#text('uptime') + ' ' + this.#text(key.replace('_', '-')));
        const share = uptime?.[key];
        put(parts[key], typeof share === 'number' ? (share === 100 ? '100' : share.toFixed(2)) + '%' : this.#read ? this.#text('not-known') : '–');
      }
      put(parts.backupsName, this.#text('backups'));
      put(parts.infrastructureName, this.#text('infrastructure'));
      const word = this.state === 'stale' ? '' : backups?.last_backup_status;
      put(parts.backups, this.#read ? this.#text(['success', 'warning', 'failed'].includes(word) ? word : 'backups-unknown') : '–');
      const last = Date.parse(backups?.last_successful_backup);
      parts.backupAge.hidden = !(last > 0);
      if (last > 0) this.#age(parts.backupAge, last);
      const regions = Array.isArray(infrastructure?.regions) ? infrastructure.regions : [];
      put(parts.infrastructure, infrastructure?.model || '–');
      put(parts.regions, regions.join(', '));
      hide('age', 'age', !this.#read);
      if (this.#read) this.#age(parts.age, this.#read.updated);
      hide('uptime', 'uptime');
      hide('backupsRow', 'backups');
      hide('infrastructureRow', 'infrastructure');
      parts.rows.hidden = parts.backupsRow.hidden && parts.infrastructureRow.hidden;
    }
  }

  customElements.define(TAG, ElytraStatusCard);
})();
