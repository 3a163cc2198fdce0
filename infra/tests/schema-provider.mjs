#!/usr/bin/env node
// Runs a command with Terraform providers that know their schema and nothing else, so that terraform validate, and
// terraform test with mock_provider, hold a configuration against the true schema where the provider cannot be had.
//
//   schema-provider.mjs SCHEMA.json... -- COMMAND ARGUMENT...
//
// A schema is what `terraform providers schema -json` prints. Every other question is answered with "nothing to say":
// planning or applying real resources through it is not possible. Terraform's plugin protocol 6, over HTTP/2 in clear on
// the loopback interface; TF_REATTACH_PROVIDERS tells Terraform where.
import http2 from 'node:http2';
import fs from 'node:fs';
import { spawn } from 'node:child_process';

const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 };
const UNIMPLEMENTED = 12;

// --- protocol buffers: just what a schema needs -------------------------------------------------------------------

function varint(number) {
  const bytes = [];
  let rest = BigInt(number);
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest ? low | 128 : low);
  } while (rest);
  return Buffer.from(bytes);
}

const number = (field, value) => (value ? Buffer.concat([varint(field << 3), varint(value)]) : Buffer.alloc(0));

function bytes(field, value) {
  const content = Buffer.from(value);
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}

const list = (entries, toBytes) => Buffer.concat(Object.entries(entries ?? {}).map(([name, entry]) => toBytes(name, entry)));

function attribute(name, a) {
  return Buffer.concat([
    bytes(1, name),
    a.nested_type ? bytes(10, nestedType(a.nested_type)) : bytes(2, JSON.stringify(a.type)),
    number(4, a.required),
    number(5, a.optional),
    number(6, a.computed),
    number(7, a.sensitive),
    number(9, a.deprecated),
    number(11, a.write_only),
  ]);
}

function nestedType(type) {
  return Buffer.concat([list(type.attributes, (name, a) => bytes(1, attribute(name, a))), number(3, NESTING[type.nesting_mode])]);
}

function block(b) {
  return Buffer.concat([
    list(b.attributes, (name, a) => bytes(2, attribute(name, a))),
    list(b.block_types, (name, nested) =>
      bytes(3, Buffer.concat([
        bytes(1, name),
        bytes(2, block(nested.block)),
        number(3, NESTING[nested.nesting_mode]),
        number(4, nested.min_items),
        number(5, nested.max_items),
      ]))),
  ]);
}

const schema = (s) => Buffer.concat([number(1, s.version), bytes(2, block(s.block))]);

const entry = (field) => (name, s) => bytes(field, Buffer.concat([bytes(1, name), bytes(2, schema(s))]));

function providerSchema(provider) {
  return Buffer.concat([
    bytes(1, schema(provider.provider)),
    list(provider.resource_schemas, entry(2)),
    list(provider.data_source_schemas, entry(3)),
  ]);
}

// --- the service ---------------------------------------------------------------------------------------------------

function answers(provider) {
  const nothing = Buffer.alloc(0);
  return {
    '/tfplugin6.Provider/GetProviderSchema': providerSchema(provider),
    '/tfplugin6.Provider/ValidateProviderConfig': nothing,
    '/tfplugin6.Provider/ValidateResourceConfig': nothing,
    '/tfplugin6.Provider/ValidateDataResourceConfig': nothing,
    '/tfplugin6.Provider/StopProvider': nothing,
    '/plugin.GRPCController/Shutdown': nothing,
    '/grpc.health.v1.Health/Check': number(1, 1),
  };
}

function serve(provider) {
  const known = answers(provider);
  const server = http2.createServer();
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {}); // Terraform hangs up when it is done
    stream.resume();
    if (headers[':path'] === '/plugin.GRPCBroker/StartStream') {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
      return; // stays open, and nothing is ever said on it
    }
    const message = known[headers[':path']];
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': message ? '0' : String(UNIMPLEMENTED) }));
    if (!message) {
      stream.end();
      return;
    }
    const length = Buffer.alloc(5);
    length.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([length, message]));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}

const end = process.argv.indexOf('--');
if (end < 3 || end === process.argv.length - 1) {
  console.error('usage: schema-provider.mjs SCHEMA.json... -- COMMAND ARGUMENT...');
  process.exit(2);
}
const reattach = {};
for (const file of process.argv.slice(2, end)) {
  for (const [address, provider] of Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')).provider_schemas)) {
    const port = await serve(provider);
    reattach[address] = {
      Protocol: 'grpc', ProtocolVersion: 6, Pid: process.pid, Test: true, Addr: { Network: 'tcp', String: `127.0.0.1:${port}` },
    };
  }
}
const [command, ...rest] = process.argv.slice(end + 1);
const child = spawn(command, rest, { stdio: 'inherit', env: { ...process.env, TF_REATTACH_PROVIDERS: JSON.stringify(reattach) } });
child.on('error', (error) => { console.error(error.message); process.exit(127); });
child.on('exit', (code) => process.exit(code ?? 1));
