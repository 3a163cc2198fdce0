import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { INDICATORS, folder, json, serve, states } from './sites.js';

const CHECKER = 'node_modules/vnu-jar/build/dist/vnu.jar';
const PERFECT = ['accessibility', 'best-practices', 'seo'];
const MAX_SHIFT = 0.05;
const WIDGET = readFileSync('node_modules/@statuspage/status-widget/dist/index.js', 'utf8');

test('the Nu Html Checker finds no error in any page and picture of any state', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => /\.(html|svg)$/.test(each));
  const paths = files.map((each) => join(folder, each));
  const checked = spawnSync('java', ['-jar', CHECKER, '--also-check-svg', '--format', 'json', ...paths], { encoding: 'utf8' });
  const messages: { type: string; message: string; url: string }[] = JSON.parse(checked.stderr).messages;
  const errors = messages.filter((each) => each.type !== 'info').map((each) => `${each.url}: ${each.message}`);
  console.log(`Nu Html Checker: ${files.length} files, ${errors.length} errors`);
  assert.ok(files.length > states.length);
  assert.deepEqual(errors, []);
});

const { address, close } = await serve();
const browser = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
after(async () => {
  close();
  await browser.kill();
});

for (const state of states) {
  test(`${state}: Lighthouse gives full marks, and nothing moves`, async () => {
    const run = await lighthouse(`${address}/${state}/index.html`, {
      port: browser.port,
      logLevel: 'error',
      onlyCategories: [...PERFECT, 'performance'],
    });
    assert.ok(run);
    const { categories, audits } = run.lhr;
    const marks = PERFECT.map((each) => [each, categories[each]?.score]);
    const shift = audits['cumulative-layout-shift']?.numericValue ?? Infinity;
    console.log(`${state}: ${marks.join(' ')} shift ${shift.toFixed(4)}`);
    assert.deepEqual(marks, PERFECT.map((each) => [each, 1]));
    assert.ok(shift <= MAX_SHIFT, `${shift}`);
  });
}

for (const state of states) {
  test(`${state}: the widget of Statuspage shows the indicator and its description`, async () => {
    const own = await serve(state);
    const tabs = await puppeteer.connect({ browserURL: `http://127.0.0.1:${browser.port}` });
    try {
      const page = await tabs.newPage();
      // The policy of the page forbids foreign scripts, as it should.
      await page.setBypassCSP(true);
      await page.goto(`${own.address}/index.html`);
      await page.addScriptTag({ content: WIDGET });
      await page.evaluate(`document.body.innerHTML = '<statuspage-widget src="${own.address}"></statuspage-widget>'`);
      const indicator = INDICATORS[json(state, 'status.json').headline];
      const { description } = json(state, 'api/v2/status.json').status;
      const shown = await page.waitForFunction(
        `document.querySelector('statuspage-widget').shadowRoot?.querySelector('.${indicator}')
          && document.querySelector('statuspage-widget').shadowRoot.textContent`,
        { timeout: 5_000 },
      );
      assert.match(String(await shown.jsonValue()), new RegExp(description));
      await page.close();
    } finally {
      await tabs.disconnect();
      own.close();
    }
  });
}
