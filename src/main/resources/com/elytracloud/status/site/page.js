(() => {
  'use strict';
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const WORDS = JSON.parse(root.dataset.words); // state -> [word, sentence, word for backups]
  const MINUTE = 60000;
  let updated = Date.parse(root.dataset.updated);
  let staleAfter = Date.parse(root.dataset.staleAfter);
  let shown = root.dataset.state;
  let asked = Date.now();

  const text = (element, value) => {
    if (element && element.textContent !== value) element.textContent = value;
  };

  const ago = (time) => {
    const minutes = Math.floor((Date.now() - time) / MINUTE);
    if (minutes < 1) return 'just now';
    const [count, unit] = minutes < 60 ? [minutes, 'minute']
      : minutes < 2880 ? [Math.floor(minutes / 60), 'hour'] : [Math.floor(minutes / 1440), 'day'];
    return count + ' ' + unit + (count === 1 ? '' : 's') + ' ago';
  };

  const minute = (time) => {
    const d = new Date(time);
    const two = (n) => String(n).padStart(2, '0');
    const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[d.getUTCMonth()];
    return `${d.getUTCDate()} ${month} ${d.getUTCFullYear()}, ${two(d.getUTCHours())}:${two(d.getUTCMinutes())} UTC`;
  };

  const setTime = (element, iso) => {
    element.setAttribute('datetime', iso);
    text(element, minute(Date.parse(iso)));
  };

  const paint = (element, state, word) => {
    element.dataset.state = state;
    const use = element.querySelector('use');
    if (use) use.setAttribute('href', '#i-' + state);
    text(element.querySelector('.word'), word);
  };

  const headline = (state) => {
    if (shown === state) return;
    shown = state;
    root.dataset.state = state;
    paint($('status'), state, '');
    text($('sentence'), WORDS[state][1]);
    document.title = WORDS[state][1] + ' · ' + document.title.split(' · ').slice(1).join(' · ');
  };

  const goStale = () => {
    if (root.dataset.stale) return;
    root.dataset.stale = 'true';
    headline('unknown');
    text($('checked'), 'Last update');
    $('until').hidden = true;
    $('affected').hidden = false;
    text($('affected'), 'No update arrived in time. What follows is how it was, not how it is.');
    for (const row of document.querySelectorAll('.rows li')) {
      const word = row.querySelector('.word').textContent;
      paint(row, 'unknown', row.dataset.state === 'unknown' ? word : 'Unknown, was ' + word.toLowerCase());
    }
  };

  const tick = () => {
    text($('ago'), ago(updated) + ' · ');
    if (!(Date.now() < staleAfter)) goStale();
  };

  const known = (state) => (WORDS[state] ? state : 'unknown');
  const percent = (value) => (typeof value === 'number' ? value.toFixed(2) + '%' : 'Not known');
  const BACKUPS = { success: 'operational', warning: 'degraded', failed: 'outage' };

  const showRows = (status, works) => {
    const state = (each) => (works && each.status === 'degraded' ? 'maintenance' : known(each.status));
    const states = new Map(status.components.map((each) => [each.id, state(each)]));
    const affected = [];
    for (const row of document.querySelectorAll('[data-id]')) {
      const state = states.get(row.dataset.id) || 'unknown';
      const word = WORDS[state][0];
      paint(row, state, word);
      if (state !== 'operational') affected.push(row.querySelector('.name').textContent + ': ' + word.toLowerCase());
    }
    const backups = known(BACKUPS[status.backups.last_backup_status]);
    paint($('backups'), backups, WORDS[backups][2]);
    if (backups !== 'operational') affected.push('Backups: ' + WORDS[backups][2].toLowerCase());
    text($('affected'), affected.join(' · '));
    $('affected').hidden = !affected.length;
    const last = status.backups.last_successful_backup;
    text($('backup-time'), last ? 'Last success ' + minute(Date.parse(last)) : 'No successful backup known');
  };

  const showNotice = (notice) => {
    $('notice').hidden = !notice;
    text($('notice-title'), notice ? notice.title : '');
    text($('notice-message'), notice ? notice.message : '');
    if (notice) {
      setTime($('notice-from'), notice.started_at);
      setTime($('notice-to'), notice.expires_at);
    }
  };

  const isNews = (status) => status && status.schema_version === 1 && Date.parse(status.updated_at) > updated
    && Date.parse(status.stale_after) > 0 && Array.isArray(status.components) && status.backups && status.uptime;

  const show = (status) => {
    updated = Date.parse(status.updated_at);
    staleAfter = Date.parse(status.stale_after);
    delete root.dataset.stale;
    const { notice } = status;
    const works = notice && status.status_source === 'operator' && status.platform_status === 'degraded'
      && notice.title.toLowerCase().includes('maintenance');
    headline(works ? 'maintenance' : known(status.platform_status));
    text($('checked'), 'Checked');
    $('until').hidden = false;
    setTime($('updated'), status.updated_at);
    setTime($('until').querySelector('time'), status.stale_after);
    showRows(status, works);
    showNotice(notice);
    for (const key of ['last_24h', 'last_7d', 'last_30d']) text($(key), percent(status.uptime[key]));
    tick();
  };

  const refresh = async () => {
    if (document.hidden || Date.now() - asked < MINUTE) return;
    asked = Date.now();
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), 10000);
    try {
      const reply = await fetch('status.json', { signal: abort.signal, cache: 'no-cache', credentials: 'omit' });
      const status = reply.ok && await reply.json();
      if (isNews(status)) show(status);
    } catch (e) {
      // No answer is no news: what is shown stays true until stale_after, and then turns grey.
    } finally {
      clearTimeout(timer);
    }
  };

  tick();
  setInterval(() => { tick(); refresh(); }, 5000);
  document.addEventListener('visibilitychange', () => { tick(); refresh(); });
})();
