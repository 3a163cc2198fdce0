import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { Statuspage } from 'statuspage.io';
import { Statuspage as OtherStatuspage } from 'statuspage.js';
import { card, earlier } from './marketing-site.js';
import { INDICATORS, json, serve, states, text } from './sites.js';

const { address, close } = await serve();
after(close);

test('there are states to read', () => assert.ok(states.length > 0));

for (const state of states) {
  test(`${state}: ajv in strict mode accepts the schemas and the documents`, () => {
    for (const name of ['status', 'history']) {
      const ajv = new Ajv2020({ strict: true, allErrors: true });
      const validate = ajv.compile(json(state, `${name}.schema.json`));
      assert.ok(validate(json(state, `${name}.json`)), ajv.errorsText(validate.errors));
    }
  });

  test(`${state}: the card of the marketing site shows every section that is there`, () => {
    const document = json(state, 'status.json');
    const shown = card(document, new Date(Date.parse(document.updated_at) + 5 * 60_000));
    assert.equal(shown.age, '5m ago');
    assert.equal(shown.isStale, false);
    assert.match(shown.label, /^(All systems operational|Minor degradation|Service disruption|Status unavailable)$/);
    assert.equal(card(document, new Date(Date.parse(document.updated_at) + 31 * 60_000)).label, 'Status unavailable');
    for (const line of shown.lines) {
      assert.ok(line === null || typeof line === 'string');
      assert.doesNotMatch(line ?? '', /undefined|NaN/);
    }
    // Null sections and a document without them are the same to it.
    const { uptime, backups, infrastructure, ...bare } = document;
    assert.deepEqual(card({ ...bare, uptime: null, backups: null, infrastructure: null }, new Date()).lines, []);
    assert.deepEqual(card(bare, new Date()).lines, []);
  });

  test(`${state}: the earlier reader of the marketing site finds its values`, () => {
    const document = json(state, 'status.json');
    const read = earlier(document);
    assert.equal(read.updated, document.updated_at.replace('Z', '.000Z'));
    assert.notEqual(read.label, undefined);
    for (const value of read.uptime ?? []) {
      assert.ok(value === null || typeof value === 'number');
    }
    assert.equal(read.backups?.[1], document.backups?.last_successful_backup);
  });

  test(`${state}: the client statuspage.io reads every file`, async () => {
    const client = new Statuspage('any');
    client.setApiUrl(`${address}/${state}`);
    const document = json(state, 'status.json');
    const summary = await client.api.getSummary();
    const open = await client.api.incidents.getUnresolved();
    const all = await client.api.incidents.getAll();
    const upcoming = await client.api.scheduledMaintenances.getUpcoming();
    assert.equal(summary.status.indicator, INDICATORS[document.headline]);
    assert.deepEqual((await client.api.getStatus()).status, summary.status);
    assert.deepEqual((await client.api.getComponents()).components, summary.components);
    assert.deepEqual(open.incidents, summary.incidents);
    assert.ok(all.incidents.length >= document.incidents.length);
    assert.deepEqual(
      upcoming.scheduled_maintenances.map((each: { id: string }) => each.id),
      document.maintenances.filter((each: any) => each.status === 'scheduled').map((each: any) => each.id),
    );
  });

  test(`${state}: the client statuspage.js reads every file`, async () => {
    const client = new OtherStatuspage('any');
    // It has no setting for the address.
    (client as any).axios.defaults.baseURL = `${address}/${state}/api/v2`;
    const document = json(state, 'status.json');
    const summary: any = await client.summary();
    const incidents: any[] = (await client.allIncidents()).incidents;
    const maintenances: any[] = (await client.allScheduledMaintenances()).scheduled_maintenances;
    const active = (await client.activeScheduledMaintenances()).scheduled_maintenances;
    const upcoming = (await client.upcomingScheduledMaintenances()).scheduled_maintenances;
    assert.deepEqual((await client.status()).status, summary.status);
    assert.deepEqual((await client.components()).components, summary.components);
    assert.deepEqual((await client.unresolvedIncidents()).incidents, summary.incidents);
    assert.deepEqual(
      summary.components.filter((each: any) => !each.group && each.name !== 'Platform' && each.name !== 'Plattform').map((each: any) => each.name),
      document.components.map((each: any) => each.name),
    );
    for (const incident of document.incidents) {
      const read = incidents.find((each) => each.id === incident.id);
      assert.deepEqual(
        read.incident_updates.map((each: any) => [each.status, each.body, each.created_at.getTime()]),
        incident.updates.map((each: any) => [each.status, each.message, Date.parse(each.at)]),
      );
    }
    assert.deepEqual(
      maintenances.map((each) => [each.name, each.scheduled_for.getTime()]),
      document.maintenances.map((each: any) => [each.title, Date.parse(each.starts_at)]),
    );
    assert.equal(active.length + upcoming.length, summary.scheduled_maintenances.length);
  });

  test(`${state}: a feed reader and a calendar read every update and maintenance`, () => {
    const document = json(state, 'status.json');
    const feed = parseAtomFeed(text(state, 'feed.atom'));
    const ids = new Set((feed.entries ?? []).map((entry) => entry.id));
    assert.equal(ids.size, feed.entries?.length ?? 0);
    for (const incident of document.incidents) {
      const own = [...ids].filter((id) => id?.includes(`:incident:${incident.id}-`));
      assert.ok(own.length >= incident.updates.length, incident.id);
    }
    const calendar = new ICAL.Component(ICAL.parse(text(state, 'calendar.ics')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    assert.deepEqual(
      events.map((event) => [event.summary, event.startDate.toJSDate().getTime()]),
      document.maintenances.map((each: any) => [each.title, Date.parse(each.starts_at)]),
    );
  });

  test(`${state}: the endpoint badge has only keys that shields.io knows`, () => {
    const badge = json(state, 'badge.json');
    assert.deepEqual(Object.keys(badge).sort(), ['cacheSeconds', 'color', 'label', 'message', 'schemaVersion']);
    assert.notEqual(badge.message, '');
  });
}
