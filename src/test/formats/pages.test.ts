import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { folder, serve, states } from './sites.js';

const CHECKER = 'node_modules/vnu-jar/build/dist/vnu.jar';
const PERFECT = ['accessibility', 'best-practices', 'seo'];
const MAX_SHIFT = 0.05;

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
