import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

const kept = new Map();
globalThis.localStorage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) };
globalThis.Option = class {
  constructor(text, value) {
    Object.assign(this, { text, value });
  }
};
const { Quality, label, renditions } = await import('../../main/webapp/assets/quality.js');

const MASTER = `#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=128000,CODECS="mp4a.40.2"
/live/ada/audio/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=700000,RESOLUTION=640x360,CODECS="avc1.4d401f,mp4a.40.2"
/live/ada/360p/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1280x720
/live/ada/source/index.m3u8
`;

class Menu extends EventTarget {
  options = [];
  replaceChildren(...options) {
    this.options = options;
  }
}

/** Levels as hls.js has them: in its own order. */
const levels = () => ['360p', 'source'].map((name) => ({ url: `https://site/live/ada/${name}/index.m3u8` }));

function player(answer) {
  globalThis.fetch = async () => answer;
  const menu = new Menu();
  const reload = mock.fn();
  const quality = new Quality(menu, '/live/ada/index.m3u8', reload);
  const handlers = {};
  const hls = { levels: levels(), nextLevel: undefined, on: (event, handler) => (handlers[event] = handler) };
  return { menu, reload, quality, hls, parsed: () => handlers.hlsManifestParsed() };
}

const found = { ok: true, text: async () => MASTER };
const none = { ok: false };

beforeEach(() => {
  globalThis.MediaSource = class {};
  kept.clear();
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('a master playlist is read, the best first and the sound last', () => {
  assert.deepEqual(renditions(MASTER).map(label), ['720p (source)', '360p', 'Audio only']);
  assert.deepEqual(renditions('#EXTM3U\n'), []);
});

test('with one quality there is no menu, and the source is played', async () => {
  const { menu, quality } = player(none);

  assert.equal(await quality.address(), '/live/ada/index.m3u8');
  assert.equal(menu.hidden, true);
});

test('with several the browser chooses, until the viewer does', async () => {
  const { menu, quality, hls, parsed, reload } = player(found);

  assert.equal(await quality.address(), '/live/ada/master.m3u8');
  quality.follow(hls);
  parsed();
  assert.equal(hls.nextLevel, -1);
  assert.equal(menu.hidden, false);
  assert.deepEqual(menu.options.map(({ text }) => text), ['Auto', '720p (source)', '360p', 'Audio only']);

  quality.choose('360p');
  assert.equal(hls.nextLevel, 0);
  assert.equal(menu.value, '360p');
  assert.equal(reload.mock.callCount(), 0, 'without a break');
});

test('the sound alone is a stream of its own', async () => {
  const { quality, reload } = player(found);
  await quality.address();

  quality.choose('audio');
  assert.equal(reload.mock.callCount(), 1);
  assert.equal(await quality.address(), '/live/ada/audio/index.m3u8');

  quality.choose('auto');
  assert.equal(reload.mock.callCount(), 2);
  assert.equal(await quality.address(), '/live/ada/master.m3u8');
});

test('what was chosen is remembered, and taken where it is', async () => {
  player(found).quality.choose('360p');

  const { menu, quality, hls, parsed } = player(found);
  await quality.address();
  quality.follow(hls);
  parsed();
  assert.equal(hls.nextLevel, 0);
  assert.equal(menu.value, '360p');

  const other = player(none);
  assert.equal(await other.quality.address(), '/live/ada/index.m3u8');
});

test('what comes later is offered, and does not break what plays', async () => {
  const { menu, quality, reload } = player(none);
  await quality.address();

  globalThis.fetch = async () => found;
  mock.timers.tick(10_000);
  for (let i = 0; i < 10; i++) await Promise.resolve();
  assert.equal(menu.hidden, false);
  assert.equal(reload.mock.callCount(), 0);

  quality.choose('360p');
  assert.equal(reload.mock.callCount(), 1);
  assert.equal(await quality.address(), '/live/ada/master.m3u8');
});

test('a stream from elsewhere is played from there', async () => {
  const quality = new Quality(new Menu(), 'https://elsewhere.example/x.m3u8', () => {});
  globalThis.fetch = () => assert.fail('nobody asks');

  assert.equal(await quality.address(), 'https://elsewhere.example/x.m3u8');
});

test('where no script can choose, a quality is played by itself', async () => {
  delete globalThis.MediaSource;
  const { quality, reload } = player(found);
  await quality.address();

  quality.choose('360p');
  assert.equal(reload.mock.callCount(), 1);
  assert.equal(await quality.address(), '/live/ada/360p/index.m3u8');
});
