import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { backoff, LiveSocket } from '../../main/webapp/assets/channel-socket.js';

/** A socket whose other end is the test. */
class FakeSocket extends EventTarget {
  static OPEN = 1;
  static made = [];
  readyState = 0;
  sent = [];

  constructor(url, protocol) {
    super();
    Object.assign(this, { url: String(url), protocol });
    FakeSocket.made.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  opens() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  says(...events) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ events }) }));
  }

  breaks() {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

beforeEach(() => {
  FakeSocket.made = [];
  const page = new EventTarget();
  Object.assign(globalThis, {
    WebSocket: FakeSocket,
    location: { href: 'https://site.example/ana', protocol: 'https:' },
    document: new EventTarget(),
    addEventListener: page.addEventListener.bind(page),
  });
});

test('hands on each event of a frame in order', () => {
  const heard = [];
  const socket = new LiveSocket('/ws/channels/ana')
    .on('viewers', ({ count }) => heard.push(count))
    .on('chat', ({ text }) => heard.push(text));
  socket.open();
  const [made] = FakeSocket.made;
  made.opens();
  made.says({ type: 'viewers', count: 3 }, { type: 'chat', text: 'hi' }, { type: 'unheard-of' });

  assert.equal(made.url, 'wss://site.example/ws/channels/ana');
  assert.equal(made.protocol, 'streaming.v1');
  assert.deepEqual(heard, [3, 'hi']);
  socket.close();
});

test('opens anew after it broke, and not after it was closed', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const socket = new LiveSocket('/ws/live');
  socket.open();
  FakeSocket.made[0].breaks();
  assert.equal(FakeSocket.made.length, 1);
  context.mock.timers.tick(400);
  assert.equal(FakeSocket.made.length, 2);

  socket.close();
  FakeSocket.made[1].breaks();
  context.mock.timers.tick(60_000);
  assert.equal(FakeSocket.made.length, 2);
});

test('gives up a connection that answers no ping', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const socket = new LiveSocket('/ws/live');
  socket.open();
  const [first] = FakeSocket.made;
  first.opens();
  assert.deepEqual(first.sent, [{ type: 'ping' }]);
  first.says();
  context.mock.timers.tick(20_000);
  assert.deepEqual(first.sent, [{ type: 'ping' }, { type: 'ping' }]);
  first.says();
  context.mock.timers.tick(19_999);
  assert.equal(FakeSocket.made.length, 1);

  context.mock.timers.tick(1); // the third ping stays without an answer
  context.mock.timers.tick(10_000);
  context.mock.timers.tick(400);
  assert.equal(FakeSocket.made.length, 2);
  socket.close();
});

test('gives up a connection that says nothing from the start', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const socket = new LiveSocket('/ws/channels/ana');
  socket.open();
  FakeSocket.made[0].opens();

  context.mock.timers.tick(10_000);
  context.mock.timers.tick(400);

  assert.equal(FakeSocket.made.length, 2);
  socket.close();
});

test('says nothing while it is not open', () => {
  const socket = new LiveSocket('/ws/live');
  socket.open();
  assert.equal(socket.send({ type: 'ping' }), false);
  FakeSocket.made[0].opens();
  assert.equal(socket.send({ type: 'ping' }), true);
  socket.close();
});

test('waits longer each time, up to a bound, and never the same for all', () => {
  assert.equal(backoff(0, () => 0), 100);
  assert.equal(backoff(0, () => 1), 400);
  assert.equal(backoff(3, () => 1), 3200);
  assert.equal(backoff(60, () => 1), 15_000);
});
