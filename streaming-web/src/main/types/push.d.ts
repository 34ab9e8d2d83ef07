// What a service worker has for Web Push; TypeScript knows either pages or workers.

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Tab {
  url: string;
  focus(): Promise<Tab>;
}

interface Events {
  install: Lasting;
  push: Lasting & { data: { json(): { channel: string; title: string } } | null };
  notificationclick: Lasting & { notification: Notification };
  pushsubscriptionchange: Lasting & {
    newSubscription?: PushSubscription | null;
    oldSubscription?: PushSubscription | null;
  };
}

export interface PushWorker {
  registration: ServiceWorkerRegistration;
  location: Location;
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Tab[]>;
    openWindow(address: string): Promise<Tab | null>;
  };
  skipWaiting(): void;
  addEventListener<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): void;
}
