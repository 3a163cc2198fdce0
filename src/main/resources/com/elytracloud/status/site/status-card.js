/* <elytra-status-card src="…/status.json">: the platform's status on any page, grey once it has expired. */
(() => {
  'use strict';
  const TAG = 'elytra-status-card';
  if (customElements.get(TAG)) return;

  // By language; an attribute such as label-operational replaces a text.
  const TEXTS = '@TEXTS@';
  const LANGUAGE = '@LANGUAGE@';
  const STATES = ['operational', 'degraded', 'outage', 'unknown'];
  const HEADLINES = { operational: 'operational', degraded: 'degraded', maintenance: 'maintenance', partial_outage: 'partial-outage', major_outage: 'outage', unknown: 'unknown' };
  const GREY = ['unknown', 'stale', 'unreachable', 'invalid'];
  const SHOWN = 'incident uptime backups infrastructure age';
  const MINUTE = 60000;
  const PATIENCE = 10000;
  const MAX_LIFE = 24 * 60 * MINUTE;

  const LIGHT = `--surface:#ffffff;--line:#e2e6ec;--ink:#131720;--muted:#566071;--link:#0b5cad;
--operational:#18794e;--degraded:#9a5700;--partial-outage:#c2410c;--outage:#b42318;--maintenance:#0b5cad;--unknown:#5b6575;--shade:0 1px 2px #1317200d,0 12px 32px -12px #13172024`;
  const DARK = `--surface:#12161d;--line:#28303c;--ink:#eef1f6;--muted:#9ba6b6;--link:#74b3f7;
--operational:#4cc38a;--degraded:#f0b054;--partial-outage:#ff9f5c;--outage:#ff8a80;--maintenance:#74b3f7;--unknown:#9ba6b6;--shade:0 1px 2px #00000040`;
  const CSS = `
:host{${LIGHT};display:block;max-width:27rem;color-scheme:light}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${DARK};color-scheme:dark}}
:host([theme=dark]){${DARK};color-scheme:dark}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0;padding:0}
section{all:initial;display:block;color-scheme:inherit;--c:var(--unknown);container-type:inline-size;padding:1.375rem 1.5rem 1.25rem;border:1px solid var(--line);border-radius:1.125rem;
background:var(--surface);color:var(--ink);box-shadow:var(--shade);
font:400 .9375rem/1.5 var(--elytra-font,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif);overflow-wrap:anywhere}
[data-state=operational]{--c:var(--operational)}
[data-state=degraded]{--c:var(--degraded)}
[data-state=partial-outage]{--c:var(--partial-outage)}
[data-state=outage]{--c:var(--outage)}
[data-state=maintenance]{--c:var(--maintenance)}
header{display:grid;grid-template-columns:auto 1fr auto;gap:0 .75rem;align-items:center}
.mark{position:relative;width:.75rem;height:.75rem;color:var(--c)}
.mark::before{content:"";display:block;width:100%;height:100%;border-radius:50%;background:currentColor}
[data-state=degraded] .mark::before{border-radius:1px;clip-path:polygon(50% 0,100% 96%,0 96%)}
[data-state=degraded] .mark,[data-state$=outage] .mark{width:.875rem;height:.875rem}
[data-state=maintenance] .mark::before{border-radius:2px}
[data-state$=outage] .mark::before{border-radius:0;clip-path:polygon(30% 0,70% 0,100% 30%,100% 70%,70% 100%,30% 100%,0 70%,0 30%)}
[data-state=partial-outage] .mark::before{background:linear-gradient(90deg,currentColor 50%,transparent 0);border:2px solid currentColor}
.grey .mark::before{background:none;border:2.5px solid currentColor}
[data-state=operational] .mark::after{content:"";position:absolute;inset:0;border-radius:50%;background:currentColor;opacity:.35}
.label{font-size:1.125rem;font-weight:650;letter-spacing:-.015em;line-height:1.3}
.grey .label{color:var(--muted)}
time{color:var(--muted);font-size:.8125rem;white-space:nowrap;font-variant-numeric:tabular-nums}
.hint{grid-column:2/-1;color:var(--muted);font-size:.875rem}
.incident{margin-top:1rem;padding-left:.75rem;border-left:3px solid var(--c)}
.incident strong,.incident span{display:block}
.incident strong{font-weight:600}
.incident span{color:var(--muted);font-size:.875rem}
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

  // Throws if it is not a status document, version 1. One that claims to be valid for days is not believed.
  const read = (status) => {
    const [updated, staleAfter] = [status.updated_at, status.stale_after].map((each) => Date.parse(each));
    if (status.schema_version !== 1 || !(staleAfter - updated <= MAX_LIFE) || !STATES.includes(status.platform_status)) {
      throw new TypeError('not a status document');
    }
    return { status, updated, staleAfter, state: HEADLINES[status.headline] ?? status.platform_status };
  };

  class ElytraStatusCard extends HTMLElement {
    static observedAttributes = ['src', 'initial', 'show', 'lang', ...Object.keys(TEXTS.en).concat(GREY).map((key) => 'label-' + key)];

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

    /** operational, degraded, maintenance, partial-outage, outage, unknown, stale, unreachable, invalid or loading. */
    get state() {
      if (!this.#read) return this.#failure || (this.getAttribute('src') ? 'loading' : 'invalid');
      return Date.now() < this.#read.staleAfter ? this.#read.state : 'stale';
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
        // It is optional: the document itself is being loaded.
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
      const text = this.getAttribute('label-' + key) ?? TEXTS[this.#language()][key];
      return text ?? (GREY.includes(key) ? this.#text('unknown') : '');
    }

    // Who set the status and what was measured; nothing where the status is the measured one.
    #source() {
      const { status_source: source, measured_status: measured } = this.#read.status;
      return source === 'operator' ? `${this.#text('set-by-team')} ${this.#text('measured-' + measured)}` : '';
    }

    #language() {
      const code = this.closest('[lang]')?.lang.slice(0, 2).toLowerCase();
      return code in TEXTS ? code : LANGUAGE;
    }

    #percent(share) {
      const digits = share === 100 ? 0 : 2;
      return new Intl.NumberFormat(this.#language(), { style: 'percent', minimumFractionDigits: digits }).format(share / 100);
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
        part('incident', 'p', 'incident', part('title', 'strong'), part('affects', 'span')),
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
      const known = state !== 'loading' && !GREY.includes(state);
      parts.card.dataset.state = state;
      parts.card.className = known ? '' : 'grey';
      parts.card.setAttribute('aria-busy', String(state === 'loading'));
      put(parts.label, this.#text(state));
      put(parts.hint, known ? this.#source() : state === 'loading' ? '' : this.#text(state + '-hint'));
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
      const loaded = this.#read;
      this.#renderIncident(status);
      const shown = (this.getAttribute('show') ?? SHOWN).split(/\s+/);
      const hide = (key, name, gone) => { parts[key].hidden = gone || !shown.includes(name); };
      for (const key of ['last_24h', 'last_7d', 'last_30d']) {
        put(parts[key + 'Name'], this.#text('uptime') + ' ' + this.#text(key.replace('_', '-')));
        const share = uptime?.[key];
        put(parts[key], typeof share === 'number' ? this.#percent(share) : '–');
      }
      put(parts.backupsName, this.#text('backups'));
      put(parts.infrastructureName, this.#text('infrastructure'));
      const word = this.state === 'stale' ? '' : backups?.last_backup_status;
      put(parts.backups, loaded ? this.#text(['success', 'warning', 'failed'].includes(word) ? word : 'backups-unknown') : '–');
      const last = Date.parse(backups?.last_successful_backup);
      parts.backupAge.hidden = !(last > 0);
      if (last > 0) this.#age(parts.backupAge, last);
      const regions = Array.isArray(infrastructure?.regions) ? infrastructure.regions : [];
      put(parts.infrastructure, infrastructure?.model || '–');
      put(parts.regions, regions.join(', '));
      hide('age', 'age', !loaded);
      if (loaded) this.#age(parts.age, this.#read.updated);
      hide('incident', 'incident', !parts.title.textContent);
      hide('uptime', 'uptime', loaded && !uptime);
      hide('backupsRow', 'backups', loaded && !backups);
      hide('infrastructureRow', 'infrastructure', loaded && !infrastructure);
      parts.rows.hidden = parts.backupsRow.hidden && parts.infrastructureRow.hidden;
    }

    // An open incident, else a running maintenance, else the components that are not operational.
    #renderIncident(status) {
      const parts = this.#parts;
      const list = (key) => (Array.isArray(status[key]) ? status[key] : []);
      const post = list('incidents').find((each) => !each.resolved_at) ?? list('maintenances').find((each) => each.status === 'in_progress');
      const affected = list('components').filter((each) => (post ? post.components?.includes(each.id) : each.status !== 'operational'));
      const names = affected.map((each) => each.name).join(', ');
      const shown = this.state !== 'stale';
      put(parts.title, (shown && (post?.title || names)) || '');
      put(parts.affects, shown && post && names ? `${this.#text('affects')}: ${names}` : '');
    }
  }

  customElements.define(TAG, ElytraStatusCard);
})();
